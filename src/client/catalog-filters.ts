const filterNames = ["chapter", "problem", "tag", "status"] as const;

/** Filters and sorts the list of patterns; the state is kept in the address. */
export function startCatalogFilters(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-catalog-filters]");
  const list = document.querySelector<HTMLElement>("[data-catalog]");
  if (!form || !list) return;
  const items = [...list.children].filter((child) => child instanceof HTMLElement);
  const none = document.querySelector<HTMLElement>("[data-catalog-none]");
  const apply = () => {
    const state = new FormData(form);
    for (const item of items) item.hidden = !isMatch(item, state);
    const count = items.filter((item) => !item.hidden).length;
    list.append(...sortItems(items, String(state.get("sort"))));
    const output = form.querySelector("output");
    if (output)
      output.textContent = (form.dataset["count"] ?? "").replace("{count}", String(count));
    if (none) none.hidden = count > 0;
    keepInAddress(state);
  };
  for (const [name, value] of new URLSearchParams(location.search)) {
    const control = form.elements.namedItem(name);
    if (!(control instanceof HTMLSelectElement)) continue;
    if ([...control.options].some((option) => option.value === value)) control.value = value;
  }
  apply();
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
}

function isMatch(item: HTMLElement, state: FormData): boolean {
  return filterNames.every((name) => {
    const wanted = String(state.get(name) ?? "");
    return wanted === "" || (item.dataset[name] ?? "").split(" ").includes(wanted);
  });
}

function sortItems(items: HTMLElement[], order: string): HTMLElement[] {
  const read = (item: HTMLElement, key: string) => Number(item.dataset[key] ?? 0);
  const byReading = (a: HTMLElement, b: HTMLElement) => read(a, "reading") - read(b, "reading");
  const { lang } = document.documentElement;
  return items.toSorted((a, b) => {
    if (order === "name") {
      return (a.dataset["name"] ?? "").localeCompare(b.dataset["name"] ?? "", lang);
    }
    if (order === "year" || order === "relations")
      return read(b, order) - read(a, order) || byReading(a, b);
    return byReading(a, b);
  });
}

function keepInAddress(state: FormData): void {
  const url = new URL(location.href);
  for (const [name, value] of state) {
    if (value === "" || value === "reading") url.searchParams.delete(name);
    else url.searchParams.set(name, String(value));
  }
  history.replaceState(null, "", url);
}

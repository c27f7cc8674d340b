/** The theme menu in the header; the choice is kept and was applied before the first paint. */
export function startThemeMenu(): void {
  const menu = document.querySelector<HTMLSelectElement>("select[data-theme-menu]");
  if (!menu) return;
  menu.value = document.documentElement.dataset["theme"] ?? "system";
  menu.addEventListener("change", () => {
    const { dataset } = document.documentElement;
    if (menu.value === "system") delete dataset["theme"];
    else dataset["theme"] = menu.value;
    try {
      localStorage.setItem("theme", menu.value);
    } catch {
      // Storage may be blocked; the choice then lasts for this page.
    }
  });
}

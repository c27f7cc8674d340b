import type { SearchCatalog } from "../search/catalog.ts";
import type { SearchAnswer } from "../search/engine.ts";
import type { SearchStrings } from "../strings/search.ts";
import { make } from "./search-elements.ts";
import type { SearchRequest } from "./search-view.ts";

interface Options {
  request: SearchRequest;
  catalog: SearchCatalog;
  t: SearchStrings;
  onChange(change: Partial<SearchRequest>): void;
}

/** Two choices, kind and chapter, with the number of pages behind each value. */
export function showFilters(
  place: HTMLElement,
  answer: SearchAnswer,
  { request, catalog, t, onChange }: Options,
): void {
  const pages = [
    ...answer.written,
    ...answer.beside,
    ...answer.expanded.flatMap((group) => group.pages),
    ...answer.pieces,
  ];
  const chapterNames = new Map(
    catalog.pages
      .filter(({ kind }) => kind === "chapter")
      .map(({ chapter, title }) => [chapter, title]),
  );
  const kinds = countValues(pages.map(({ kind }) => kind));
  const chapters = countValues(pages.map(({ chapter }) => chapter));
  const choose = (
    name: "kind" | "chapter",
    label: string,
    values: Map<string, number>,
    nameOf: (value: string) => string,
  ): HTMLElement => {
    const chosen = request[name];
    const listed = [...new Set(["", ...values.keys(), chosen])];
    const options = listed.map((value) => {
      const text = value === "" ? t.all : `${nameOf(value)} (${values.get(value) ?? 0})`;
      const option = make("option", { value }, text);
      option.selected = value === chosen;
      return option;
    });
    const select = make("select", { name }, ...options);
    select.addEventListener("change", () => onChange({ [name]: select.value }));
    return make("label", {}, `${label} `, select);
  };
  const focused =
    document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : "";
  place.replaceChildren(
    choose("kind", t.kind, kinds, (kind) => t.kinds[kind] ?? kind),
    choose("chapter", t.chapter, chapters, (id) => chapterNames.get(id) ?? id),
  );
  if (focused) place.querySelector<HTMLElement>(`[name="${focused}"]`)?.focus();
}

function countValues(values: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

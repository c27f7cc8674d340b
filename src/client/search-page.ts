import { isLanguage } from "../site/languages.ts";
import { startSearchView } from "./search-view.ts";

/** The results page keeps the query and the filters in its address. */
export function startSearchPage(): void {
  const root = document.querySelector<HTMLElement>('[data-search="page"]');
  const lang = root?.dataset["lang"];
  if (!root || !isLanguage(lang)) return;
  const asked = new URLSearchParams(location.search);
  const view = startSearchView(root, lang, (request) => {
    const address = new URLSearchParams();
    for (const [name, value] of [
      ["q", request.query],
      ["kind", request.kind],
      ["chapter", request.chapter],
    ] as const) {
      if (value) address.set(name, value);
    }
    history.replaceState(null, "", address.size > 0 ? `?${address}` : location.pathname);
  });
  root.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    view.search();
  });
  view.set({
    query: asked.get("q") ?? "",
    kind: asked.get("kind") ?? "",
    chapter: asked.get("chapter") ?? "",
  });
  view.focus();
}

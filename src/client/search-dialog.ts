import { isLanguage } from "../site/languages.ts";
import { type SearchView, startSearchView } from "./search-view.ts";

let view: SearchView | undefined;

/** Shows the dialog that every page carries; the browser gives the focus back when it closes. */
export function openSearchDialog(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog[data-search-dialog]");
  const root = dialog?.querySelector<HTMLElement>("[data-search]");
  const lang = root?.dataset["lang"];
  if (!dialog || !root || !isLanguage(lang)) throw new Error("missing search dialog");
  if (!view) {
    view = startSearchView(root, lang);
    dialog.addEventListener("click", ({ target }) => {
      const isOutside = target === dialog;
      const isFollowed = target instanceof Element && target.closest("a, [data-close]") !== null;
      if (isOutside || isFollowed) dialog.close();
    });
  }
  if (!dialog.open) dialog.showModal();
  view.focus();
}

import { type FoundPage, type SearchAnswer, searchPages } from "../search/engine.ts";
import type { Language } from "../site/languages.ts";
import { fillIn } from "../site/strings.ts";
import { searchStrings } from "../strings/search.ts";
import { showFilters } from "./search-filters.ts";
import { moveFocus } from "./search-keys.ts";
import { listGroups, makeGroups } from "./search-list.ts";
import { loadSearchSource } from "./search-source.ts";

export interface SearchRequest {
  query: string;
  kind: string; // "" is any
  chapter: string;
}

export interface SearchView {
  focus(): void;
  set(request: SearchRequest): void;
  search(): void;
}

const pause = 150; // ms after the last key

/** Makes a search box work: `root` holds a form, a status line and a place for the results. */
export function startSearchView(
  root: HTMLElement,
  lang: Language,
  onRequest: (request: SearchRequest) => void = () => {},
): SearchView {
  const t = searchStrings[lang];
  const input = find(root, "input") as HTMLInputElement;
  const status = find(root, "[data-search-status]");
  const results = find(root, "[data-search-results]");
  const filters = find(root, "[data-search-filters]");
  let request: SearchRequest = { query: "", kind: "", chapter: "" };
  let answered: { query: string; answer: SearchAnswer } | undefined;
  let run = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = async (query: string, answer: SearchAnswer, current: number): Promise<void> => {
    const source = await loadSearchSource(lang);
    const isShown = ({ kind, chapter }: FoundPage): boolean =>
      (!request.kind || request.kind === kind) && (!request.chapter || request.chapter === chapter);
    const groups = listGroups(answer, t, isShown);
    const count = groups.reduce((sum, { pages }) => sum + pages.length, 0);
    const expansions = answer.expanded.map(({ expansion }) => expansion);
    const nodes = await makeGroups(groups, expansions, { source, t, query });
    if (current !== run) return; // a later query has taken over
    results.replaceChildren(...nodes);
    showFilters(filters, answer, { request, catalog: source.catalog, t, onChange: changeFilter });
    status.textContent = count > 0 ? fillIn(t.count, { count }) : t.countNone;
    results.dataset["searchState"] = "done";
  };
  const search = async (): Promise<void> => {
    clearTimeout(timer);
    const { query } = request;
    const current = ++run;
    onRequest(request);
    if (query === "") {
      answered = undefined;
      results.replaceChildren();
      filters.replaceChildren();
      status.textContent = "";
      delete results.dataset["searchState"];
      return;
    }
    results.dataset["searchState"] = "loading";
    if (!answered) status.textContent = t.loading;
    try {
      const answer =
        answered?.query === query
          ? answered.answer
          : await searchPages(await loadSearchSource(lang), query);
      if (current !== run) return;
      answered = { query, answer };
      await show(query, answer, current);
    } catch (error) {
      console.error(error);
      if (current === run) showFailure();
    }
  };
  const showFailure = (): void => {
    const retry = document.createElement("button");
    retry.type = "button";
    retry.textContent = t.retry;
    retry.addEventListener("click", () => search());
    results.replaceChildren(retry);
    results.dataset["searchState"] = "failed";
    status.textContent = t.failed;
  };
  const changeFilter = (change: Partial<SearchRequest>): void => {
    request = { ...request, ...change };
    search();
  };
  const typed = (): void => {
    const query = input.value.trim();
    if (query === request.query) return;
    request = { ...request, query };
    clearTimeout(timer);
    timer = setTimeout(search, pause);
  };

  input.addEventListener("input", (event) => {
    if (!(event as InputEvent).isComposing) typed(); // an input method is still at work
  });
  input.addEventListener("compositionend", typed);
  root.addEventListener("keydown", (event) => moveFocus(event, root));
  return {
    focus: () => {
      input.focus();
      input.select();
    },
    set: (next) => {
      request = next;
      input.value = next.query;
      search();
    },
    search: () => {
      request = { ...request, query: input.value.trim() };
      search();
    },
  };
}

function find(root: HTMLElement, selector: string): HTMLElement {
  const element = root.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`missing ${selector} in the search box`);
  return element;
}

import type { FoundPage, SearchAnswer } from "../search/engine.ts";
import type { Expansion } from "../search/expand.ts";
import { otherLanguage } from "../site/languages.ts";
import { fillIn } from "../site/strings.ts";
import type { SearchStrings } from "../strings/search.ts";
import { make } from "./search-elements.ts";
import { addressOf, addText, makeItem, type ResultContext, readInView } from "./search-item.ts";

export interface ResultGroup {
  expansion?: Expansion; // the other words by which these pages were found
  heading: string; // "" over the pages whose text contains the query as written
  pages: FoundPage[];
}

const firstRead = 8; // results whose text is there before they are shown; the others follow in view

export function listGroups(
  { written, beside, expanded, pieces }: SearchAnswer,
  t: SearchStrings,
  isShown: (page: FoundPage) => boolean,
): ResultGroup[] {
  const groups = [
    { heading: "", pages: written },
    { heading: t.beside, pages: beside },
    ...expanded.map(({ expansion, pages }) => ({
      heading: fillIn(t.byWords, { words: quoteAll(expansion.words) }),
      expansion,
      pages,
    })),
    { heading: t.pieces, pages: pieces },
  ];
  return groups
    .map((group) => ({ ...group, pages: group.pages.filter(isShown) }))
    .filter(({ pages }) => pages.length > 0);
}

/** The groups as elements, one link per page in the order of rank. */
export async function makeGroups(
  groups: ResultGroup[],
  expansions: Expansion[],
  context: ResultContext,
): Promise<HTMLElement[]> {
  const items: { item: HTMLElement; page: FoundPage }[] = [];
  const lists = new Map<Expansion | undefined, HTMLElement>();
  const nodes = groups.flatMap(({ heading, expansion, pages }) => {
    const list = make("ol");
    if (expansion) lists.set(expansion, list);
    for (const page of pages) {
      const item = makeItem(page, context);
      items.push({ item, page });
      list.append(item);
    }
    return heading ? [make("h2", {}, heading), list] : [list];
  });
  await Promise.all(
    items.slice(0, firstRead).map(({ item, page }) => addText(item, page, context)),
  );
  if (items.length === 0)
    nodes.push(make("p", {}, fillIn(context.t.none, { query: context.query })));
  const notes = expansions.map((expansion) =>
    noteExpansion(expansion, lists.get(expansion), context),
  );
  readInView(items.slice(firstRead), context);
  return [...notes, ...nodes, linkOtherLanguage(context)];
}

/** Says which other words were looked up, and leads past the pages with the query as written. */
function noteExpansion(
  { reason, words }: Expansion,
  list: HTMLElement | undefined,
  { query, t }: ResultContext,
): HTMLElement {
  const text = fillIn(reason === "refused" ? t.refused : t.also, {
    query,
    word: words[0] ?? "",
    words: quoteAll(words),
  });
  if (!list) return make("p", { class: "note" }, text);
  const jump = make("button", { type: "button" }, fillIn(t.jump, { count: list.children.length }));
  jump.addEventListener("click", () => {
    list.scrollIntoView();
    list.querySelector("a")?.focus({ preventScroll: true });
  });
  return make("p", { class: "note" }, text, " ", jump);
}

function quoteAll(words: string[]): string {
  return words.map((word) => `“${word}”`).join(" ");
}

function linkOtherLanguage({ source, t, query }: ResultContext): HTMLElement {
  const address = `${addressOf(`${otherLanguage(source.lang)}/search/`)}?${new URLSearchParams({ q: query })}`;
  return make(
    "p",
    { class: "other" },
    make("a", { href: address, hreflang: otherLanguage(source.lang) }, t.otherLanguage),
  );
}

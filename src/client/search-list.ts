import type { FoundPage, SearchAnswer } from "../search/engine.ts";
import { type ExcerptPart, findSections } from "../search/excerpt.ts";
import type { Expansion } from "../search/expand.ts";
import { otherLanguage } from "../site/languages.ts";
import { fillIn } from "../site/strings.ts";
import type { SearchStrings } from "../strings/search.ts";
import { make } from "./search-elements.ts";
import type { SearchSource } from "./search-source.ts";

export interface ResultGroup {
  heading: string; // "" over the pages whose text contains the query as written
  pages: FoundPage[];
}

interface Context {
  source: SearchSource;
  t: SearchStrings;
  query: string;
}

const firstRead = 8; // results whose text is there before they are shown; the others follow in view
const sectionsShown = 3;

export function listGroups(
  { written, beside, expanded, pieces }: SearchAnswer,
  t: SearchStrings,
  isShown: (page: FoundPage) => boolean,
): ResultGroup[] {
  const groups = [
    { heading: "", pages: written },
    { heading: t.beside, pages: beside },
    ...expanded.map(({ expansion: { words }, pages }) => ({
      heading: fillIn(t.byWords, { words: quoteAll(words) }),
      pages,
    })),
    { heading: t.pieces, pages: pieces },
  ];
  return groups
    .map(({ heading, pages }) => ({ heading, pages: pages.filter(isShown) }))
    .filter(({ pages }) => pages.length > 0);
}

/** Puts the groups into `place`, one link per page in the order of rank. */
export async function showGroups(
  place: HTMLElement,
  groups: ResultGroup[],
  expansions: Expansion[],
  context: Context,
): Promise<void> {
  const items: { item: HTMLElement; page: FoundPage }[] = [];
  const nodes = groups.flatMap(({ heading, pages }) => {
    const list = make("ol");
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
  const notes = expansions.map((expansion) => noteExpansion(expansion, context));
  place.replaceChildren(...notes, ...nodes, linkOtherLanguage(context));
  readInView(items.slice(firstRead), context);
}

function noteExpansion({ reason, words }: Expansion, { query, t }: Context): HTMLElement {
  const note = reason === "refused" ? t.refused : t.also;
  const values = { query, word: words[0] ?? "", words: quoteAll(words) };
  return make("p", { class: "note" }, fillIn(note, values));
}

function quoteAll(words: string[]): string {
  return words.map((word) => `“${word}”`).join(" ");
}

function makeItem({ path, title, kind, chapter }: FoundPage, { source, t }: Context): HTMLElement {
  const home = source.catalog.pages.find(
    (page) => page.kind === "chapter" && page.chapter === chapter,
  );
  const where = [t.kinds[kind] ?? "", kind === "chapter" ? "" : (home?.title ?? "")]
    .filter(Boolean)
    .join(" · ");
  const link = make("a", { href: addressOf(path), "data-result": "" }, title);
  return make("li", {}, link, " ", make("span", { class: "where" }, where));
}

async function addText(item: HTMLElement, page: FoundPage, { source }: Context): Promise<void> {
  const fragment = await source.read(page.id);
  if (!fragment) return;
  const sections = findSections(fragment, page.asked, source.lang);
  const [best] = sections;
  if (best) item.append(make("p", {}, ...markParts(best.excerpt)));
  const below = sections.filter(({ id }) => id !== "").slice(0, sectionsShown);
  if (below.length === 0) return;
  const links = below.map(({ id, title }) =>
    make("li", {}, make("a", { href: `${addressOf(page.path)}#${id}` }, title)),
  );
  item.append(make("ul", {}, ...links));
}

function readInView(items: { item: HTMLElement; page: FoundPage }[], context: Context): void {
  const waiting = new Map(items.map(({ item, page }) => [item as Element, page]));
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const page = waiting.get(target);
      if (!isIntersecting || !page) continue;
      observer.unobserve(target);
      addText(target as HTMLElement, page, context);
    }
  });
  for (const item of waiting.keys()) observer.observe(item);
}

function linkOtherLanguage({ source, t, query }: Context): HTMLElement {
  const address = `${addressOf(`${otherLanguage(source.lang)}/search/`)}?${new URLSearchParams({ q: query })}`;
  return make(
    "p",
    { class: "other" },
    make("a", { href: address, hreflang: otherLanguage(source.lang) }, t.otherLanguage),
  );
}

function markParts(parts: ExcerptPart[]): (Node | string)[] {
  return parts.map(({ text, isMarked }) => (isMarked ? make("mark", {}, text) : text));
}

function addressOf(path: string): string {
  return `${document.documentElement.dataset["base"] ?? "/"}${path}`;
}

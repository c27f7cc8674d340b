import type { FoundPage } from "../search/engine.ts";
import { type ExcerptPart, findSections } from "../search/excerpt.ts";
import type { SearchStrings } from "../strings/search.ts";
import { make } from "./search-elements.ts";
import type { SearchSource } from "./search-source.ts";

export interface ResultContext {
  source: SearchSource;
  t: SearchStrings;
  query: string;
}

const sectionsShown = 3;

/** One result: the link to the page and where it stands in the site. */
export function makeItem(
  { path, title, kind, chapter }: FoundPage,
  { source, t }: ResultContext,
): HTMLElement {
  const home = source.catalog.pages.find(
    (page) => page.kind === "chapter" && page.chapter === chapter,
  );
  const where = [t.kinds[kind] ?? "", kind === "chapter" ? "" : (home?.title ?? "")]
    .filter(Boolean)
    .join(" · ");
  const link = make("a", { href: addressOf(path), "data-result": "" }, title);
  return make("li", {}, link, " ", make("span", { class: "where" }, where));
}

/** Adds the text around the query and links to the sections that hold it. */
export async function addText(
  item: HTMLElement,
  page: FoundPage,
  { source }: ResultContext,
): Promise<void> {
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

/** Adds the text to the other results when they come into view. */
export function readInView(
  items: { item: HTMLElement; page: FoundPage }[],
  context: ResultContext,
): void {
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

export function addressOf(path: string): string {
  return `${document.documentElement.dataset["base"] ?? "/"}${path}`;
}

function markParts(parts: ExcerptPart[]): (Node | string)[] {
  return parts.map(({ text, isMarked }) => (isMarked ? make("mark", {}, text) : text));
}

import type { Language } from "../site/languages.ts";
import type { SearchCatalog } from "./catalog.ts";
import { type Expansion, expandQuery, type SearchTerm } from "./expand.ts";
import { cutPieces, listForms } from "./forms.ts";
import { respellQuery } from "./spelling.ts";
import { cutQuery, foldText, type Token } from "./tokens.ts";

/** A page that Pagefind found, and where in its run of tokens. */
export interface Hit {
  id: string;
  score: number;
  words: number[];
}

/** Pagefind's search: words asked in quotes must stand side by side. */
export type Ask = (query: string) => Promise<Hit[]>;

export interface FoundPage {
  id: string; // of the text in which it was found
  path: string; // from the root of the site, without a slash before it
  title: string;
  kind: string;
  chapter: string;
  asked: string; // the words by which it was found, for excerpts
}

export interface SearchAnswer {
  written: FoundPage[]; // pages whose text contains the query as written, the best first
  beside: FoundPage[]; // pages with the query in a list, figure, code, source or link
  expanded: { expansion: Expansion; pages: FoundPage[] }[]; // by other words for the query
  pieces: FoundPage[]; // pages that contain all its pieces, or the query inside a longer word
}

export interface SearchIndex {
  ask: Ask;
  catalog: SearchCatalog;
  terms: SearchTerm[];
  lang: Language;
}

interface Found {
  written: FoundPage[];
  beside: FoundPage[];
}

/** Every page that answers a query, in the order to show them; no page comes twice. */
export async function searchPages(index: SearchIndex, asked: string): Promise<SearchAnswer> {
  const query = respellQuery(asked, index.catalog.traditional);
  const seen = new Set<string>();
  const takeNew = (pages: FoundPage[]): FoundPage[] =>
    pages.filter(({ path }) => !seen.has(path) && seen.add(path));
  const found = await findForms(index, query, "prefix");
  const written = takeNew(found.written);
  const beside = takeNew(found.beside);
  const expanded = [];
  for (const expansion of expandQuery(query, index.lang, index.terms)) {
    const answers = await Promise.all(
      expansion.words.map((word) => findForms(index, word, "prefix")),
    );
    expanded.push({ expansion, pages: takeNew(answers.flatMap((answer) => answer.written)) });
  }
  const inside = await findForms(index, query, "inside");
  const pieces = [...inside.written, ...(await findPieces(index, query)), ...inside.beside];
  return { written, beside, expanded, pieces: takeNew(pieces) };
}

async function findForms(
  { ask, catalog }: SearchIndex,
  query: string,
  fit: "prefix" | "inside",
): Promise<Found> {
  const forms = listForms(cutQuery(query), catalog.words, fit);
  const answers = await Promise.all(forms.map((form) => askForm(ask, form)));
  const scores = new Map<string, number>();
  for (const [id, score] of answers.flat()) scores.set(id, Math.max(score, scores.get(id) ?? 0));
  const listBy = (idName: "textId" | "besideId"): FoundPage[] =>
    catalog.pages
      .flatMap(({ [idName]: id, path, title, kind, chapter }) => {
        const score = scores.get(id);
        if (score === undefined) return [];
        const rank = score + rateTitle(title, kind, query);
        return [{ rank, page: { id, path, title, kind, chapter, asked: query } }];
      })
      .sort((a, b) => b.rank - a.rank)
      .map(({ page }) => page);
  return { written: listBy("textId"), beside: listBy("besideId") };
}

/** Pages that hold the form, with a score: Pagefind's own, times the number of places. */
async function askForm(ask: Ask, form: Token[]): Promise<[id: string, score: number][]> {
  const words = form.map(({ text }) => text).join(" ");
  const [exact, loose] = await Promise.all([ask(`"${words}"`), ask(words)]);
  const ids = new Set(exact.map(({ id }) => id));
  const scored = loose.filter(({ id }) => ids.has(id));
  const scores = new Map(
    scored.map(({ id, score, words: places }) => [
      id,
      score * (1 + Math.log(countRuns(places, form.length))),
    ]),
  );
  return [...ids].map((id) => [id, scores.get(id) ?? 0]);
}

/** How often `length` places follow each other without a gap; at least once. */
function countRuns(places: number[], length: number): number {
  const taken = new Set(places);
  let runs = 0;
  for (const place of taken) {
    let next = 1;
    while (next < length && taken.has(place + next)) next += 1;
    if (next === length) runs += 1;
  }
  return Math.max(1, runs);
}

/** A title that is the query comes before one that contains it, that before all others. */
function rateTitle(title: string, kind: string, query: string): number {
  const name = foldText(title);
  const asked = foldText(query.trim());
  if (name === asked) return 3000;
  if (name.includes(asked)) return 2000;
  return kind === "page" || kind === "chapter" ? -1000 : 0; // lists name much and explain little
}

async function findPieces(index: SearchIndex, query: string): Promise<FoundPage[]> {
  const pieces = cutPieces(query, index.lang);
  if (pieces.length < 2) return [];
  const found = await Promise.all(pieces.map((piece) => findForms(index, piece, "prefix")));
  const [first, ...others] = found;
  const sets = others.map(({ written }) => new Set(written.map(({ id }) => id)));
  return (first?.written ?? [])
    .filter(({ id }) => sets.every((set) => set.has(id)))
    .map((page) => ({ ...page, asked: pieces.join(" ") }));
}

import type { Language } from "../site/languages.ts";
import { cutQuery, type Token } from "./tokens.ts";

const mostForms = 24; // each form costs a search of a few milliseconds
const shortestInside = 3; // letters: `rag` is inside `storage`, `a` inside everything

/**
 * The runs of tokens by which a page can contain the query. Han characters stand for themselves.
 * `prefix`: the last Latin word may be the beginning of a longer one. `inside`: only the forms where
 * the query begins or ends in the middle of a word.
 * @param words folded words of the index, one space between two
 */
export function listForms(tokens: Token[], words: string, fit: "prefix" | "inside"): Token[][] {
  const last = tokens.at(-1);
  const first = tokens[0];
  if (!first || !last) return [];
  if (fit === "prefix") {
    const endings = canContinue(last) ? findWords(words, last.text, "start") : [];
    return [tokens, ...endings.map((text) => [...tokens.slice(0, -1), { ...last, text }])];
  }
  if (first.kind !== "word" || first.text.length < shortestInside || !canContinue(first)) return [];
  const rest = tokens.slice(1);
  return findWords(words, first.text, rest.length > 0 ? "end" : "middle").map((text) => [
    { ...first, text },
    ...rest,
  ]);
}

/** The words of a query: what the reader set apart, then what the language's own words set apart. */
export function cutPieces(query: string, lang: Language): string[] {
  const parts = query.split(/\s+/).filter((part) => cutQuery(part).length > 0);
  if (parts.length > 1) return parts;
  const segmenter = new Intl.Segmenter(lang, { granularity: "word" });
  return [...segmenter.segment(query)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/** A number stands for itself: 20 is not the beginning of 2017. */
function canContinue({ kind, text }: Token): boolean {
  return kind === "word" && /\p{L}/u.test(text);
}

/** Other words that have `part` at their start, at their end, or anywhere but at the start. */
function findWords(words: string, part: string, where: "start" | "end" | "middle"): string[] {
  const found: string[] = [];
  const list = ` ${words} `;
  const sought = where === "start" ? ` ${part}` : where === "end" ? `${part} ` : part;
  let at = list.indexOf(sought);
  while (at >= 0) {
    const start = where === "start" ? at + 1 : list.lastIndexOf(" ", at) + 1;
    const word = list.slice(start, list.indexOf(" ", at + 1));
    const isOther = where === "start" ? word !== part : !word.startsWith(part);
    if (isOther) found.push(word);
    at = list.indexOf(sought, at + sought.length);
  }
  return found.sort((a, b) => a.length - b.length).slice(0, mostForms);
}

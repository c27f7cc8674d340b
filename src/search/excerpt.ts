import type { Language } from "../site/languages.ts";
import { cutPieces } from "./forms.ts";
import { cutQuery, type Token, zeroWidthSpace } from "./tokens.ts";

/** What Pagefind keeps of a page. */
export interface Fragment {
  raw_content: string; // `<` and `>` escaped, a zero-width space after every word
  meta: { title: string };
  anchors: { id: string; text: string; location: number }[]; // location counts words
}

export interface ExcerptPart {
  text: string;
  isMarked: boolean;
}

/** A section of a page in which the query stands. */
export interface FoundSection {
  id: string; // "" above the first heading
  title: string;
  excerpt: ExcerptPart[];
}

interface Section {
  id: string;
  title: string;
  text: string; // without the title
}

const reach = { zh: 44, en: 100 }; // characters shown on either side of the first match

/**
 * The sections that hold the query, each with the text around its first match: first those with the
 * query in their heading, the shortest heading first, then the others in reading order.
 */
export function findSections(fragment: Fragment, asked: string, lang: Language): FoundSection[] {
  const sections = cutSections(fragment);
  for (const pattern of listPatterns(asked, lang)) {
    const found = sections.flatMap(({ id, title, text }): FoundSection[] => {
      const matches = [...text.matchAll(pattern)];
      if (matches.length === 0 && title.search(pattern) < 0) return [];
      return [{ id, title, excerpt: cutExcerpt(text, matches, reach[lang]) }];
    });
    const rate = ({ title }: FoundSection): number =>
      title.search(pattern) < 0 ? Infinity : title.length;
    if (found.length > 0) return found.sort((a, b) => rate(a) - rate(b) || 0);
  }
  return [];
}

function cutSections({ raw_content, meta, anchors }: Fragment): Section[] {
  const words = raw_content.replaceAll("&lt;", "<").replaceAll("&gt;", ">").split(zeroWidthSpace);
  const headings = anchors.filter(({ id }) => id !== "").sort((a, b) => a.location - b.location);
  const starts = [{ id: "", text: meta.title, location: 0 }, ...headings];
  return starts.map(({ id, text, location }, position) => {
    const title = text.replaceAll(zeroWidthSpace, "").trim();
    const body = words.slice(location, starts[position + 1]?.location).join("");
    const below = body.startsWith(title) ? body.slice(title.length).replace(/^\. /, "") : body;
    // Pagefind ends a paragraph without a full stop by one of its own.
    return { id, title, text: below.replace(/(?<=[\p{Script=Han}）”])\. /gu, " · ").trim() };
  });
}

/** The query as written, then inside longer words, then its pieces. */
function listPatterns(asked: string, lang: Language): RegExp[] {
  const tokens = cutQuery(asked);
  const whole = writePattern(tokens);
  const border = tokens[0]?.kind === "word" ? "(?<![\\p{L}\\p{N}])" : "";
  const pieces = cutPieces(asked, lang).map((piece) => writePattern(cutQuery(piece)));
  const sources = new Set([border + whole, whole, pieces.filter(Boolean).join("|")]);
  return [...sources].filter(Boolean).map((source) => new RegExp(source, "giu"));
}

function writePattern(tokens: Token[]): string {
  return tokens.map(({ text }) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("\\s*");
}

function cutExcerpt(text: string, matches: RegExpExecArray[], reach: number): ExcerptPart[] {
  const from = matches[0]?.index ?? 0; // only the title matches: show how the section begins
  const start = findStart(text, Math.max(0, from - reach), from);
  const end = Math.min(text.length, from + (matches[0]?.[0].length ?? 0) + reach);
  const parts: ExcerptPart[] = [];
  let at = start;
  const push = (to: number, isMarked: boolean): void => {
    if (to > at) parts.push({ text: text.slice(at, to), isMarked });
    at = Math.max(at, to);
  };
  for (const { index, 0: match } of matches) {
    if (index + match.length > end) break;
    push(index, false);
    push(index + match.length, true);
  }
  push(end, false);
  if (start > 0) parts.unshift({ text: "…", isMarked: false });
  if (end < text.length) parts.push({ text: "…", isMarked: false });
  return parts;
}

/** After the last sentence end before the match, else after the first space, else where asked. */
function findStart(text: string, from: number, to: number): number {
  const before = text.slice(from, to);
  const sentence = Math.max(
    ...[..."。！？"].map((mark) => before.lastIndexOf(mark)),
    before.lastIndexOf(". ") + 1,
  );
  if (sentence > 0) return from + sentence + 1;
  return from === 0 ? 0 : from + before.indexOf(" ") + 1;
}

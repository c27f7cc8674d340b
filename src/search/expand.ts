import type { Language } from "../site/languages.ts";
import { foldText } from "./tokens.ts";

/** A glossary term as `data/search-terms.json` carries it. */
export interface SearchTerm {
  zh: string;
  en: string;
  aliases: Record<Language, string[]>;
  refused: Record<Language, string[]>;
}

/** Other words for a query, and why they are looked up too. */
export interface Expansion {
  reason: "same-term" | "refused"; // refused: the query is a rendering that this site does not use
  words: string[]; // the standard word of the page's language first
}

const limit = 4; // words per expansion: each costs a search

/** The names that the glossary gives for exactly this query, without those that contain it. */
export function expandQuery(query: string, lang: Language, terms: SearchTerm[]): Expansion[] {
  const asked = normalizeName(query);
  if (asked === "") return [];
  return terms.flatMap((term): Expansion[] => {
    const isRefused = [...term.refused.zh, ...term.refused.en].some((name) => isAsked(name, asked));
    const names = listNames(term, lang);
    if (!isRefused && !names.some((name) => isAsked(name, asked))) return [];
    const words = dropLonger(names.filter((name) => !normalizeName(name).includes(asked)));
    if (words.length === 0) return [];
    return [{ reason: isRefused ? "refused" : "same-term", words: words.slice(0, limit) }];
  });
}

function listNames(term: SearchTerm, lang: Language): string[] {
  const other = lang === "zh" ? "en" : "zh";
  return [...new Set([term[lang], term[other], ...term.aliases[lang], ...term.aliases[other]])];
}

/** A name that contains another is on pages that the other finds. */
function dropLonger(names: string[]): string[] {
  const kept: string[] = [];
  for (const name of names) {
    const isLonger = kept.some((other) => normalizeName(name).includes(normalizeName(other)));
    if (!isLonger) kept.push(name);
  }
  return kept;
}

function isAsked(name: string, asked: string): boolean {
  const normal = normalizeName(name);
  return normal === asked || `${normal}s` === asked || normal === `${asked}s`;
}

/** Spelling that does not tell names apart: case, hyphens, spaces. */
function normalizeName(name: string): string {
  return foldText(name).replace(/[\s\-‐–—]+/g, "");
}

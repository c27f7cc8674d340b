import { base, origin } from "./config.ts";
import { isLanguage, type Language } from "./languages.ts";

/** The pages that are not entries, by the id that authors write in `page:` links. */
export const pagePaths = {
  home: "",
  patterns: "patterns/",
  map: "map/",
  articles: "articles/",
  demos: "demos/",
  glossary: "glossary/",
  references: "references/",
  search: "search/",
  about: "about/",
} as const;

export type PageId = keyof typeof pagePaths;

/** The address of a page: `path` is what follows the language, e.g. `patterns/gating/`. */
export function pageUrl(lang: Language, path: string): string {
  return `${base}${lang}/${path}`;
}

export const patternPath = (slug: string): string => `patterns/${slug}/`;
export const chapterPath = (id: string): string => `chapters/${id}/`;
export const articlePath = (slug: string): string => `articles/${slug}/`;
export const demoPath = (name: string): string => `demos/${name}/`;
/** A planned pattern has no page; its entry in the list of the map says what it will be about. */
export const plannedPath = (slug: string): string => `map/#${slug}`;

/** The address of a file that is not a page, e.g. `data/search-terms.json`. */
export function fileUrl(path: string): string {
  return `${base}${path}`;
}

/** The full address, for canonical links, feeds and pictures. */
export function absoluteUrl(url: string): string {
  return new URL(url, origin).href;
}

/** What follows base and language in an address, e.g. `patterns/gating/`. */
export function pathOf(pathname: string): string {
  return pathname.slice(base.length).replace(/^(zh|en)\//, "");
}

/** The language of a page, told from its address. */
export function languageOf(pathname: string): Language {
  const segment = pathname.slice(base.length).split("/")[0];
  return isLanguage(segment) ? segment : "zh";
}

/** The name of a page's Open Graph picture below `og/<lang>/`, without its ending. */
export function ogPath(path: string): string {
  return path.replace(/\/$/, "") || "home";
}

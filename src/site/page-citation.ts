import type { Language } from "./languages.ts";
import { stringsOf } from "./strings.ts";

/** What a reader needs to cite a page of this site. */
export interface CitedPage {
  lang: Language;
  slug: string;
  title: string;
  url: string; // full address
  published: string; // ISO date
  changed: string | undefined;
}

/** The page as a line of text. */
export function citeAsText({ lang, title, url, published, changed }: CitedPage): string {
  const { siteName } = stringsOf(lang);
  const date = changed ?? published;
  return lang === "zh"
    ? `《${title}》，${siteName}，${date}，${url}`
    : `${title}. ${siteName}, ${date}. ${url}`;
}

/** The page as a BibTeX entry; braces keep capitals and Han names as they are. */
export function citeAsBibtex({ lang, slug, title, url, published, changed }: CitedPage): string {
  const [year = ""] = (changed ?? published).split("-");
  return `@misc{dlpl-${slug}-${year},
  title  = {{${title}}},
  author = {{${stringsOf(lang).siteName}}},
  year   = {${year}},
  url    = {${url}}
}`;
}

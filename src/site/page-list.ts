import type { Catalog } from "./catalog.ts";
import { demoAbouts } from "./demos.ts";
import { type Language, languages } from "./languages.ts";
import { referenceParts, titleOfPart } from "./reference-parts.ts";
import { stringsOf } from "./strings.ts";
import { articlePath, chapterPath, demoPath, pagePaths, patternPath } from "./urls.ts";

/** A page of the site, as far as a link to it needs to know. */
export interface ListedPage {
  lang: Language;
  path: string; // after the language
  title: string;
  kind: string; // in words
}

/** Every page in both languages. */
export function listPages({ chapters, patterns, articles }: Catalog): ListedPage[] {
  return languages.flatMap((lang) => {
    const t = stringsOf(lang);
    const plain: [string, string][] = [
      [pagePaths.home, t.siteName],
      [pagePaths.patterns, t.catalogTitle],
      [pagePaths.map, t.mapTitle],
      [pagePaths.articles, t.articlesTitle],
      [pagePaths.demos, t.demosTitle],
      [pagePaths.glossary, t.glossaryTitle],
      ...referenceParts.map((part): [string, string] => [
        part.path,
        titleOfPart(t.referencesTitle, part),
      ]),
      [pagePaths.search, t.search],
      [pagePaths.about, t.aboutTitle],
    ];
    return [
      ...plain.map(([path, title]) => ({ lang, path, title, kind: "" })),
      ...chapters.map(({ id, name }) => ({
        lang,
        path: chapterPath(id),
        title: name[lang],
        kind: t.chapter,
      })),
      ...patterns.map(({ slug, names }) => ({
        lang,
        path: patternPath(slug),
        title: names[lang],
        kind: t.kindPattern,
      })),
      ...articles.map(({ slug, title }) => ({
        lang,
        path: articlePath(slug),
        title: title[lang],
        kind: t.kindArticle,
      })),
      ...demoAbouts.map(({ name, about }) => ({
        lang,
        path: demoPath(name),
        title: about[lang].title,
        kind: t.demosTitle,
      })),
    ];
  });
}

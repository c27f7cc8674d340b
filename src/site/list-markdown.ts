import { readFileSync } from "node:fs";
import type { Catalog } from "./catalog.ts";
import { collectCitingPages } from "./citations.ts";
import { citeData } from "./data-citations.ts";
import { demoAbouts } from "./demos.ts";
import { listPatterns } from "./entries.ts";
import { type Language, otherLanguage } from "./languages.ts";
import { joinBlocks, writeBody } from "./markdown-page.ts";
import { partOf, referenceParts, titleOfPart } from "./reference-parts.ts";
import { collectRelations, countRelations } from "./relations.ts";
import { fillIn, stringsOf } from "./strings.ts";
import { absoluteUrl, articlePath, chapterPath, demoPath, pagePaths, pageUrl } from "./urls.ts";

/** A page that is neither pattern nor article, as Markdown. */
export interface ListMarkdown {
  path: string; // after the language, e.g. `chapters/model/`
  title: string;
  about: string; // one line
  body: string;
}

/** Every page but patterns, articles, and home and search, which only lead to the others. */
export function listMarkdownPages(catalog: Catalog, lang: Language): ListMarkdown[] {
  const t = stringsOf(lang);
  const { chapters, patterns, plan, glossary, articles } = catalog;
  const total = patterns.length + plan.length;
  const page = (path: string, title: string, about: string, body: string) => ({
    path,
    title,
    about,
    body,
  });
  const catalogIntro = fillIn(t.catalogIntro, { total, written: patterns.length });
  const mapIntro = fillIn(t.mapIntro, { total, relations: countRelations(catalog) });
  const sources = listSources(catalog, lang);
  const sourcesIntro = fillIn(t.referencesIntro, { count: sources.length });
  const about = readFileSync(`content/about/${lang}.mdx`, "utf8");
  return [
    page(pagePaths.patterns, t.catalogTitle, catalogIntro, writeChapters(catalog, lang)),
    ...chapters.map(({ id, name, scope }) =>
      page(chapterPath(id), name[lang], scope[lang], writeChapter(catalog, lang, id)),
    ),
    page(pagePaths.map, t.mapTitle, mapIntro, writeRelations(catalog, lang)),
    page(
      pagePaths.articles,
      t.articlesTitle,
      t.articlesIntro,
      articles
        .map(({ slug, title, summary }) =>
          writeLink(lang, articlePath(slug), title[lang], summary[lang][0] ?? ""),
        )
        .join("\n"),
    ),
    page(
      pagePaths.demos,
      t.demosTitle,
      t.demosIntro,
      demoAbouts
        .map(({ name, about: { [lang]: demo } }) =>
          writeLink(lang, demoPath(name), demo.title, demo.description),
        )
        .join("\n"),
    ),
    ...demoAbouts.map(({ name, about: { [lang]: demo }, article }) =>
      page(
        demoPath(name),
        demo.title,
        demo.description,
        writeLink(lang, articlePath(article), t.demoUsedIn, article),
      ),
    ),
    page(
      pagePaths.glossary,
      t.glossaryTitle,
      fillIn(t.glossaryIntro, { count: glossary.length }),
      writeTerms(catalog, lang),
    ),
    ...referenceParts.map((part) =>
      page(
        part.path,
        titleOfPart(t.referencesTitle, part),
        sourcesIntro,
        sources
          .filter((source) => partOf(source) === part)
          .map(({ line }) => line)
          .join("\n"),
      ),
    ),
    page(pagePaths.about, t.aboutTitle, t.siteTagline, writeBody(catalog, about, lang)),
  ];
}

/** The whole file of such a page. */
export function writeListMarkdown(page: ListMarkdown, lang: Language): string {
  const { path, title, about, body } = page;
  return joinBlocks([`# ${title}`, about, absoluteUrl(pageUrl(lang, path)), body.trimEnd()]);
}

const colonOf = (lang: Language): string => (lang === "zh" ? "：" : ": ");
const joinNames = (names: string[], lang: Language) => names.join(lang === "zh" ? "、" : ", ");

function writeLink(lang: Language, path: string, title: string, about: string): string {
  return `- [${title}](${absoluteUrl(pageUrl(lang, path))})${colonOf(lang)}${about}`;
}

function writeChapter(catalog: Catalog, lang: Language, chapter: string): string {
  const { planned } = stringsOf(lang);
  return listPatterns(catalog)
    .filter((entry) => entry.chapter === chapter)
    .map(({ names, intent, path, isPlanned }) =>
      writeLink(lang, path, isPlanned ? `${names[lang]} (${planned})` : names[lang], intent[lang]),
    )
    .join("\n");
}

function writeChapters(catalog: Catalog, lang: Language): string {
  return joinBlocks(
    catalog.chapters.flatMap(({ id, name, scope }) => [
      `## ${name[lang]}`,
      scope[lang],
      writeChapter(catalog, lang, id),
    ]),
  );
}

function writeRelations(catalog: Catalog, lang: Language): string {
  const { relation } = stringsOf(lang);
  const names = new Map(listPatterns(catalog).map(({ slug, names }) => [slug, names[lang]]));
  return joinBlocks(
    [...collectRelations(catalog)].flatMap(([slug, entries]) => [
      `## ${names.get(slug)}`,
      entries
        .map(({ label, to }) => `- ${relation[label]}${colonOf(lang)}${names.get(to)}`)
        .join("\n"),
    ]),
  );
}

function writeTerms({ glossary }: Catalog, lang: Language): string {
  const { glossaryAliases } = stringsOf(lang);
  const other = otherLanguage(lang);
  return glossary
    .map(({ aliases, definition, ...term }) => {
      const also = [...aliases[lang], ...aliases[other]];
      const names = joinNames(also, lang);
      const tail = also.length > 0 ? ` ${glossaryAliases}${colonOf(lang)}${names}` : "";
      return `- **${term[lang]}** (${term[other]})${colonOf(lang)}${definition[lang]}${tail}`;
    })
    .join("\n");
}

function listSources(catalog: Catalog, lang: Language): { text: string; line: string }[] {
  const { citedBy } = stringsOf(lang);
  const lines = [...collectCitingPages(catalog, citeData())].flatMap(([id, pages]) => {
    const source = catalog.references.get(id);
    const titles = pages.map(({ title }) => title[lang]);
    const by = `${citedBy}${colonOf(lang)}${joinNames(titles, lang)}`;
    return source ? [{ text: source.text, line: `- ${source.text} ${source.url} ${by}` }] : [];
  });
  return lines.sort((a, b) => (a.line < b.line ? -1 : 1));
}

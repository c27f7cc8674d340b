import type { Article, Catalog, Pattern } from "./catalog.ts";
import { sourcesOfLandscape, type Tool } from "./landscape.ts";
import type { Bilingual } from "./languages.ts";
import { articlePath, patternPath } from "./urls.ts";

/** A page that cites a source. */
export interface CitingPage {
  path: string;
  title: Bilingual;
  hasList: boolean; // of its sources, at whose entries a link can point
}

/** The ids of the sources that a text cites, in order of first use. */
export function citedIn(body: string): string[] {
  const ids = [...body.matchAll(/<Cite\s+id\s*=\s*["']([^"']+)["']/g)].flatMap(([, list = ""]) =>
    list.split(/\s+/),
  );
  return [...new Set(ids)];
}

/** The ids of all sources of a pattern: from its data and from the text of both languages. */
export function sourcesOfPattern({ references, knownUses, body }: Pattern): string[] {
  const used = knownUses.map(({ source }) => source);
  return [...new Set([...citedIn(body.zh), ...citedIn(body.en), ...references, ...used])];
}

/** The ids of all sources of an article: from its text, its plots and the tools that it lists. */
export function sourcesOfArticle(
  { body, figures }: Article,
  { landscape }: { landscape: readonly Tool[] },
): string[] {
  const plotted = Object.values(figures).flatMap((figure) =>
    figure.kind === "plot" ? figure.sources : [],
  );
  const listed = sourcesOfLandscape(landscape, body.zh);
  return [...new Set([...citedIn(body.zh), ...citedIn(body.en), ...plotted, ...listed])];
}

/** For each source the pages that cite it; `data` are pages whose data names sources. */
export function collectCitingPages(
  { patterns, articles, landscape }: Pick<Catalog, "patterns" | "articles" | "landscape">,
  data: readonly { sources: string[]; page: CitingPage }[],
): Map<string, CitingPage[]> {
  const pages = new Map<string, CitingPage[]>();
  const add = (ids: string[], page: CitingPage) => {
    for (const id of ids) pages.set(id, [...(pages.get(id) ?? []), page]);
  };
  for (const pattern of patterns) {
    add(sourcesOfPattern(pattern), {
      path: patternPath(pattern.slug),
      title: pattern.names,
      hasList: true,
    });
  }
  for (const article of articles) {
    add(sourcesOfArticle(article, { landscape }), {
      path: articlePath(article.slug),
      title: article.title,
      hasList: true,
    });
  }
  for (const { sources, page } of data) add(sources, page);
  return pages;
}

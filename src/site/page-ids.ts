import type { Catalog } from "./catalog.ts";
import {
  articlePath,
  chapterPath,
  demoPath,
  type PageId,
  pagePaths,
  patternPath,
  plannedPath,
} from "./urls.ts";

/** A link by page id, as authors write it: `pattern:gating#solution`. */
export const pageIdLink = /^(pattern|article|chapter|demo|page):([a-z0-9-]+)(#[a-z0-9-]+)?$/;

/** The path of a page named by kind and id, or undefined when there is none. */
export function resolvePageId(
  catalog: Catalog,
  kind: string,
  id: string,
): { path: string; isPlanned: boolean } | undefined {
  const has = (list: readonly { slug: string }[]) => list.some(({ slug }) => slug === id);
  const written = (isFound: boolean, path: string) =>
    isFound ? { path, isPlanned: false } : undefined;
  if (kind === "article") return written(has(catalog.articles), articlePath(id));
  if (kind === "chapter") {
    return written(
      catalog.chapters.some((chapter) => chapter.id === id),
      chapterPath(id),
    );
  }
  if (kind === "demo") return written(catalog.demos.includes(id), demoPath(id));
  if (kind === "page") return written(id in pagePaths, pagePaths[id as PageId]);
  if (has(catalog.patterns)) return { path: patternPath(id), isPlanned: false };
  return has(catalog.plan) ? { path: plannedPath(id), isPlanned: true } : undefined;
}

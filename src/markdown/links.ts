import type { Link, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { type Catalog, loadCatalog } from "../site/catalog.ts";
import {
  articlePath,
  chapterPath,
  demoPath,
  type PageId,
  pagePaths,
  pageUrl,
  patternPath,
  plannedPath,
} from "../site/urls.ts";
import { pageOf } from "./page.ts";

/** Resolves links by page id (`pattern:gating#solution`) to addresses; unknown ids are errors. */
export function resolveLinks() {
  return (tree: Root, file: VFile): void => {
    const { lang } = pageOf(file);
    const catalog = loadCatalog();
    visit(tree, "link", (node) => {
      const match = /^(pattern|article|chapter|demo|page):([a-z0-9-]+)(#.+)?$/.exec(node.url);
      if (!match) {
        if (/^https:\/\//.test(node.url)) setProperties(node, { rel: "external noopener" });
        return;
      }
      const [, kind = "", id = "", hash = ""] = match;
      const { path, isPlanned } = findPath(catalog, kind, id);
      if (path === undefined) file.fail(`unknown link: ${node.url}`, node);
      node.url = pageUrl(lang, path) + (isPlanned ? "" : hash);
      if (isPlanned) setProperties(node, { className: "planned", title: plannedTitle[lang] });
    });
  };
}

const plannedTitle = { zh: "计划中，尚未写成", en: "Planned, not written yet" };

function setProperties(node: Link, properties: Record<string, string>): void {
  node.data = { ...node.data, hProperties: { ...node.data?.hProperties, ...properties } };
}

function findPath(
  catalog: Catalog,
  kind: string,
  id: string,
): { path: string | undefined; isPlanned: boolean } {
  const isKnown = (list: readonly { slug: string }[]) => list.some(({ slug }) => slug === id);
  const written = (isFound: boolean, path: string) => ({
    path: isFound ? path : undefined,
    isPlanned: false,
  });
  if (kind === "article") return written(isKnown(catalog.articles), articlePath(id));
  if (kind === "chapter") {
    return written(catalog.chapters.some((chapter) => chapter.id === id), chapterPath(id));
  }
  if (kind === "demo") return written(catalog.demos.includes(id), demoPath(id));
  if (kind === "page") return written(id in pagePaths, pagePaths[id as PageId]);
  if (isKnown(catalog.plan)) return { path: plannedPath(id), isPlanned: true };
  return written(isKnown(catalog.patterns), patternPath(id));
}

import type { Link, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { loadCatalog } from "../site/catalog.ts";
import { pageIdLink, resolvePageId } from "../site/page-ids.ts";
import { pageUrl } from "../site/urls.ts";
import { pageOf } from "./page.ts";

const plannedTitle = { zh: "计划中，尚未写成", en: "Planned, not written yet" };

/** Resolves links by page id (`pattern:gating#solution`) to addresses; unknown ids are errors. */
export function resolveLinks() {
  return (tree: Root, file: VFile): void => {
    const { lang } = pageOf(file);
    visit(tree, "link", (node) => {
      const match = pageIdLink.exec(node.url);
      if (!match) {
        if (node.url.startsWith("https://")) setProperties(node, { rel: "external noopener" });
        return;
      }
      const [, kind = "", id = "", hash = ""] = match;
      const page = resolvePageId(loadCatalog(), kind, id);
      if (!page) file.fail(`unknown link: ${node.url}`, node);
      node.url = pageUrl(lang, page.path) + (page.isPlanned ? "" : hash);
      if (page.isPlanned) setProperties(node, { className: "planned", title: plannedTitle[lang] });
    });
  };
}

function setProperties(node: Link, properties: Record<string, string>): void {
  node.data = { ...node.data, hProperties: properties };
}

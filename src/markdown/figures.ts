import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { loadCatalog } from "../site/catalog.ts";
import { makeFlowElement, readAttribute } from "./element.ts";
import { pageOf } from "./page.ts";

/**
 * Gives the components that draw something what they need as attributes: `Figure` what it draws from
 * the page's YAML, `Calculator` the page's slug, and all of them the language.
 */
export function resolveFigures() {
  return (tree: Root, file: VFile): void => {
    const { slug, lang } = pageOf(file);
    visit(tree, "mdxJsxFlowElement", (node, index, parent) => {
      if (!parent || index === undefined) return;
      if (node.name === "Figure") {
        const id = readAttribute(node, "id") ?? "";
        const article = loadCatalog().articles.find((entry) => entry.slug === slug);
        const figure = article?.figures[id];
        if (!figure) file.fail(`unknown figure: ${id}`, node);
        const attributes = { id, lang, figure: JSON.stringify(figure) };
        parent.children[index] = makeFlowElement("Figure", attributes);
      } else if (node.name === "Demo") {
        const name = readAttribute(node, "name") ?? "";
        parent.children[index] = makeFlowElement("Demo", { name, lang });
      } else if (node.name === "Landscape") {
        const kind = readAttribute(node, "kind") ?? "";
        parent.children[index] = makeFlowElement("Landscape", { kind, lang });
      } else if (node.name === "LandscapeCounts") {
        parent.children[index] = makeFlowElement("LandscapeCounts", { lang });
      } else if (node.name === "Calculator") {
        parent.children[index] = makeFlowElement("Calculator", { slug, lang });
      }
    });
  };
}

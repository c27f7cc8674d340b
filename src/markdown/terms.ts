import type { PhrasingContent, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { loadCatalog } from "../site/catalog.ts";
import { pagePaths, pageUrl } from "../site/urls.ts";
import { readAttribute } from "./element.ts";
import { pageOf } from "./page.ts";

/** Turns `<Term id="x">word</Term>` into a link to the glossary with the definition as its title. */
export function resolveTerms() {
  return (tree: Root, file: VFile): void => {
    const { lang } = pageOf(file);
    const { glossary } = loadCatalog();
    visit(tree, ["mdxJsxTextElement", "mdxJsxFlowElement"], (node, index, parent) => {
      if (node.type !== "mdxJsxTextElement" && node.type !== "mdxJsxFlowElement") return;
      if (node.name !== "Term" || !parent || index === undefined) return;
      const id = readAttribute(node, "id");
      const term = glossary.find((entry) => entry.id === id);
      if (!term) file.fail(`unknown term: ${id}`, node);
      parent.children[index] = {
        type: "link",
        url: `${pageUrl(lang, pagePaths.glossary)}#${term.id}`,
        title: term.definition[lang],
        children: node.children as PhrasingContent[], // a lone term is lifted out of its paragraph
        data: { hProperties: { className: "term" } },
      };
    });
  };
}

import type { Link, PhrasingContent, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { loadCatalog } from "../site/catalog.ts";
import { shortCitation } from "../site/references.ts";
import { makeTextElement, readAttribute } from "./element.ts";
import { pageOf } from "./page.ts";

/** Turns `<Cite id="a b" />` into author-year links to the page's list of references. */
export function resolveCitations() {
  return (tree: Root, file: VFile): void => {
    const { lang } = pageOf(file);
    const { references } = loadCatalog();
    visit(tree, ["mdxJsxTextElement", "mdxJsxFlowElement"], (node, index, parent) => {
      if (node.type !== "mdxJsxTextElement" && node.type !== "mdxJsxFlowElement") return;
      if (node.name !== "Cite" || !parent || index === undefined) return;
      const links = (readAttribute(node, "id") ?? "").split(/\s+/).map((id): Link => {
        const reference = references.get(id);
        if (!reference) file.fail(`unknown reference: ${id}`, node);
        return {
          type: "link",
          url: `#ref-${id}`,
          children: [{ type: "text", value: shortCitation(reference, lang) }],
        };
      });
      const children = links.flatMap((link, i): PhrasingContent[] =>
        i === 0 ? [link] : [{ type: "text", value: lang === "zh" ? "；" : "; " }, link],
      );
      parent.children[index] = makeTextElement("span", { class: "cite" }, children);
    });
  };
}

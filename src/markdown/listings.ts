import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { readAttribute } from "./element.ts";
import { pageOf } from "./page.ts";

/** Shows a tested file of the page's folder: `sketch.ts` for `<Sketch />`, any for `<Listing>`. */
export function insertListings() {
  return (tree: Root, file: VFile): void => {
    visit(tree, "mdxJsxFlowElement", (node, index, parent) => {
      if (!parent || index === undefined) return;
      const name = node.name === "Sketch" ? "sketch.ts" : readAttribute(node, "file");
      if (name === undefined || (node.name !== "Sketch" && node.name !== "Listing")) return;
      const value = readFileSync(join(pageOf(file).folder, name), "utf8").trimEnd();
      parent.children[index] = { type: "code", lang: extname(name).slice(1), value };
    });
  };
}

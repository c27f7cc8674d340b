import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { pageOf } from "./page.ts";

/** Shows the tested file `sketch.ts` beside the page where its text says `<Sketch />`. */
export function insertSketch() {
  return (tree: Root, file: VFile): void => {
    visit(tree, "mdxJsxFlowElement", (node, index, parent) => {
      if (node.name !== "Sketch" || !parent || index === undefined) return;
      const value = readFileSync(join(pageOf(file).folder, "sketch.ts"), "utf8").trimEnd();
      parent.children[index] = { type: "code", lang: "ts", value };
    });
  };
}

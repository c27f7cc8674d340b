import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import { makeFlowElement, makeTextElement } from "./element.ts";

/** Hands maths to the component `Tex`, which renders MathML at build time. */
export function markMath() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type !== "math" && node.type !== "inlineMath") return;
      if (!parent || index === undefined) return;
      const isDisplay = node.type === "math";
      parent.children[index] = isDisplay
        ? makeFlowElement("Tex", { tex: node.value, display: "true" })
        : makeTextElement("Tex", { tex: node.value });
    });
  };
}

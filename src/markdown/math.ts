import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import { makeFlowElement, makeTextElement } from "./element.ts";

/** Chinese marks that must not begin a line. A browser would break one off after MathML. */
const marks = /^[，。；：、！？）》”’]+/;

/** Hands maths to the component `Tex`, which renders MathML at build time, with the marks after it. */
export function markMath() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type !== "math" && node.type !== "inlineMath") return;
      if (!parent || index === undefined) return;
      if (node.type === "math") {
        parent.children[index] = makeFlowElement("Tex", { tex: node.value, display: "true" });
        return;
      }
      const next = parent.children[index + 1];
      const after = next?.type === "text" ? (marks.exec(next.value)?.[0] ?? "") : "";
      if (next?.type === "text") next.value = next.value.slice(after.length);
      parent.children[index] = makeTextElement("Tex", { tex: node.value, after });
    });
  };
}

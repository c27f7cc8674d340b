import type { Root } from "mdast";
import { visit } from "unist-util-visit";

const breakBetweenHan =
  /(?<=[\p{Script=Han}，。：；？！（）、“”《》])\n(?=[\p{Script=Han}，。：；？！（）、“”《》])/gu;

/** Joins source lines between Han characters; browsers would show the line break as a space. */
export function joinHanLines() {
  return (tree: Root): void => {
    visit(tree, "text", (node) => {
      node.value = node.value.replace(breakBetweenHan, "");
    });
  };
}

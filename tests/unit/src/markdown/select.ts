import type { Node, Root } from "mdast";
import { visit } from "unist-util-visit";

/** All nodes of one type, in the order of the text. */
export function select<T extends Node>(tree: Root, type: T["type"]): T[] {
  const found: T[] = [];
  visit(tree, type, (node) => {
    found.push(node as Node as T);
  });
  return found;
}

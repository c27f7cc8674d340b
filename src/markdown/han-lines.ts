import type { Root, RootContent } from "mdast";
import { visit } from "unist-util-visit";

const wide = "[\\p{Script=Han}，。：；？！（）、《》「」『』【】“”—…]";

/** A line break between full-width characters; browsers would show it as a space. */
export const breakBetweenHan = new RegExp(`(?<=${wide})\\r?\\n(?=${wide})`, "gu");

/** Joins source lines between Han characters, across the borders of emphasis, links and terms. */
export function joinHanLines() {
  return (tree: Root): void => {
    visit(tree, "paragraph", (paragraph) => {
      const leaves: RootContent[] = [];
      visit(paragraph, (node) => {
        if (node !== paragraph && !("children" in node && node.children.length > 0))
          leaves.push(node);
      });
      for (const [i, leaf] of leaves.entries()) {
        if (leaf.type !== "text") continue;
        const before = [...textOf(leaves[i - 1])].at(-1) ?? "";
        const after = [...textOf(leaves[i + 1])].at(0) ?? "";
        const joined = (before + leaf.value + after).replace(breakBetweenHan, "");
        leaf.value = joined.slice(before.length, joined.length - after.length);
      }
    });
  };
}

function textOf(node: RootContent | undefined): string {
  return node?.type === "text" ? node.value : "";
}

import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { stringsOf } from "../site/strings.ts";
import { makeTextElement } from "./element.ts";
import { splitHeadingId } from "./heading-id.ts";
import { pageOf } from "./page.ts";

/** Turns `## 问题 [#problem]` into a heading with that id and a link to itself. */
export function setHeadingIds() {
  return (tree: Root, file: VFile): void => {
    const { lang } = pageOf(file);
    visit(tree, "heading", (node) => {
      const last = node.children.at(-1);
      if (last?.type !== "text") return;
      const { text, id } = splitHeadingId(last.value);
      if (!id) return;
      last.value = text;
      node.data = { ...node.data, hProperties: { id } };
      const attributes = {
        class: "anchor",
        href: `#${id}`,
        "aria-label": stringsOf(lang).linkToSection,
      };
      const mark = makeTextElement("a", { ...attributes, "data-pagefind-ignore": "" }, [
        { type: "text", value: "#" },
      ]);
      node.children.push(mark);
    });
  };
}

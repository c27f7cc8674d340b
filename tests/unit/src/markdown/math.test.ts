import assert from "node:assert/strict";
import { test } from "node:test";
import type { MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { toString as textOf } from "mdast-util-to-string";
import remarkMath from "remark-math";
import { visit } from "unist-util-visit";
import { readAttribute } from "../../../../src/markdown/element.ts";
import { markMath } from "../../../../src/markdown/math.ts";
import { transform } from "./tree.ts";

test("marks that must not begin a line stay with the maths before them, other text does not", () => {
  const tree = transform("当 $x$），$y$ 与 $z$。", [remarkMath, markMath]);
  const found: (string | undefined)[] = [];
  visit(tree, "mdxJsxTextElement", (node: MdxJsxTextElement) => {
    found.push(readAttribute(node, "after"));
  });
  assert.deepEqual(found, ["），", "", "。"]);
  assert.equal(textOf(tree), "当  与 ");
});

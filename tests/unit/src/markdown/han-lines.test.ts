import assert from "node:assert/strict";
import { test } from "node:test";
import { toString as textOf } from "mdast-util-to-string";
import { joinHanLines } from "../../../../src/markdown/han-lines.ts";
import { transform } from "./tree.ts";

const join = (source: string) => textOf(transform(source, [joinHanLines]));

test("a line break between Han characters or full-width marks disappears", () => {
  assert.equal(join("第一行\n第二行"), "第一行第二行");
  assert.equal(join("前半句，\n后半句。\n“引用”\n（注）"), "前半句，后半句。“引用”（注）");
});

test("a line break between Han characters disappears at the border of bold text or a link", () => {
  assert.equal(join("用**好**\n的，[甲](x)\n**乙**\n"), "用好的，甲乙");
  assert.equal(join("用**好**\nCNN，`a`\n乙"), "用好\nCNN，a\n乙");
});

test("a line break beside Latin letters stays a space", () => {
  assert.equal(join("用 PyTorch\n训练"), "用 PyTorch\n训练");
  assert.equal(join("one\ntwo"), "one\ntwo");
});

test("two paragraphs stay two", () => {
  assert.equal(transform("第一段\n\n第二段", [joinHanLines]).children.length, 2);
});

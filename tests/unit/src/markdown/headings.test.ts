import assert from "node:assert/strict";
import { test } from "node:test";
import type { Heading } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { splitHeadingId } from "../../../../src/markdown/heading-id.ts";
import { setHeadingIds } from "../../../../src/markdown/heading-ids.ts";
import { select } from "./select.ts";
import { transform } from "./tree.ts";

test("the id in brackets is split from the heading that is shown", () => {
  assert.deepEqual(splitHeadingId("问题 [#problem]"), { text: "问题", id: "problem" });
  assert.deepEqual(splitHeadingId("What if [x] is 0? [#what-if]"), {
    text: "What if [x] is 0?",
    id: "what-if",
  });
  assert.deepEqual(splitHeadingId("问题"), { text: "问题", id: undefined });
});

test("a heading carries its id and a link to itself that names its purpose", () => {
  const [heading] = select<Heading>(transform("## 问题 [#problem]\n", [setHeadingIds]), "heading");
  assert.ok(heading);
  assert.deepEqual(heading.data, { hProperties: { id: "problem" } });
  assert.equal(textOf(heading), "问题#");
  assert.match(JSON.stringify(heading.children.at(-1)), /"href","value":"#problem"/);
  assert.match(JSON.stringify(heading.children.at(-1)), /本节链接/);
});

test("a heading that ends in code or emphasis before its id keeps both", () => {
  const tree = transform("## Why `k` matters: *always* [#why]\n", [setHeadingIds], { lang: "en" });
  const [heading] = select<Heading>(tree, "heading");
  assert.deepEqual(heading?.data, { hProperties: { id: "why" } });
  assert.match(heading ? textOf(heading) : "", /^Why k matters: always\s*#$/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { outlineOf } from "../../../../src/site/outline.ts";
import { readingMinutes } from "../../../../src/site/reading-time.ts";

test("an outline lists headings of the second and third level in order, without their marks", () => {
  const body = "## 问题 [#problem]\n\n文字\n\n### `k` 与 *n* [#k-and-n]\n\n#### 小题 [#small]\n";
  assert.deepEqual(outlineOf(body), [
    { id: "problem", title: "问题", depth: 2 },
    { id: "k-and-n", title: "k 与 n", depth: 3 },
  ]);
});

test("an outline passes over code that looks like a heading", () => {
  const body = "## Real [#real]\n\n```sh\n## Comment [#comment]\n```\n\n## Next [#next]\n";
  assert.deepEqual(
    outlineOf(body).map(({ id }) => id),
    ["real", "next"],
  );
});

test("reading time is a minute for 400 Han characters or 230 words, and never nothing", () => {
  assert.equal(readingMinutes("字".repeat(1200)), 3);
  assert.equal(readingMinutes("word ".repeat(1150)), 5);
  assert.equal(readingMinutes(`${"字".repeat(400)} ${"word ".repeat(230)}`), 2);
  assert.equal(readingMinutes("短"), 1);
});

test("reading time does not count code, tags and formulas", () => {
  const code = `\`\`\`ts\n${"const value = other;\n".repeat(500)}\`\`\`\n`;
  const maths = `$$${"\\alpha ".repeat(500)}$$ ${'<Cite id="a" />'.repeat(500)}`;
  assert.equal(readingMinutes(`${"字".repeat(800)}\n${code}\n${maths}`), 2);
});

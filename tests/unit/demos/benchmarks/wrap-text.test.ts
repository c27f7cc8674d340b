import assert from "node:assert/strict";
import { test } from "node:test";
import { wrapText } from "../../../../demos/benchmarks/wrap-text.ts";

const countLetters = (text: string): number => text.length;

test("Latin text breaks at spaces and keeps within the width", () => {
  assert.deepEqual(wrapText("one core per run in Docker", 9, countLetters), [
    "one core",
    "per run",
    "in Docker",
  ]);
});

test("Han text breaks between letters, and no line begins with a stop", () => {
  assert.deepEqual(wrapText("未说明，每次一个核（本地）", 4, countLetters), [
    "未说明，",
    "每次一个",
    "核（本",
    "地）",
  ]);
});

test("a word longer than a line has a line of its own", () => {
  assert.deepEqual(wrapText("at ccd49464d19c · MIT", 6, countLetters), [
    "at",
    "ccd49464d19c",
    "· MIT",
  ]);
});

test("nothing is lost but the spaces at the breaks", () => {
  const text = "自有服务器，96 核，768 GiB，Xeon 8163 · erikbern/ann-benchmarks (local)";
  const strip = (value: string): string => value.replaceAll(" ", "");
  assert.equal(strip(wrapText(text, 12, countLetters).join("")), strip(text));
  assert.deepEqual(wrapText("", 12, countLetters), []);
});

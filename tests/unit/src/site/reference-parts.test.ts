import assert from "node:assert/strict";
import { test } from "node:test";
import { partOf, titleOfPart } from "../../../../src/site/reference-parts.ts";

const letters = (text: string): string => partOf({ text }).letters;

test("a source stands on the page of its first letter, accents aside", () => {
  assert.equal(letters("Álvarez, A. (2020)."), "A–L");
  assert.equal(letters("lakeFS. (2025)."), "A–L");
  assert.equal(letters("Merity, S. (2017)."), "M–Z");
  assert.equal(letters("Östling, R. (2017)."), "M–Z");
});

test("digits come first and Han letters last", () => {
  assert.equal(letters("800.works. (2026)."), "A–L");
  assert.equal(letters("华为云. (2026)."), "M–Z");
});

test("the first page has the name of the list, the other one its letters too", () => {
  assert.equal(titleOfPart("References", partOf({ text: "A" })), "References");
  assert.equal(titleOfPart("References", partOf({ text: "Z" })), "References M–Z");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { expandQuery, type SearchTerm } from "../../../../src/search/expand.ts";

const none = { zh: [], en: [] };
const terms: SearchTerm[] = [
  { zh: "注意力", en: "attention", aliases: { zh: ["注意力机制"], en: [] }, refused: none },
  { zh: "Transformer", en: "Transformer", aliases: none, refused: { zh: ["变形金刚"], en: [] } },
  {
    zh: "近似最近邻",
    en: "approximate nearest neighbor",
    aliases: { zh: [], en: ["ANN"] },
    refused: none,
  },
  {
    zh: "人工神经网络",
    en: "artificial neural network",
    aliases: { zh: [], en: ["ANN"] },
    refused: none,
  },
];

test("an English term finds the Chinese words of the same term, and the reverse", () => {
  assert.deepEqual(expandQuery("attention", "zh", terms), [
    { reason: "same-term", words: ["注意力"] },
  ]);
  assert.deepEqual(expandQuery("注意力", "en", terms), [
    { reason: "same-term", words: ["attention"] },
  ]);
});

test("a refused rendering finds the standard term", () => {
  assert.deepEqual(expandQuery("变形金刚", "zh", terms), [
    { reason: "refused", words: ["Transformer"] },
  ]);
});

test("case, spaces, hyphens and a plural do not tell names apart", () => {
  assert.equal(
    expandQuery("Approximate nearest-neighbors", "zh", terms)[0]?.words[0],
    "近似最近邻",
  );
});

test("a name of two terms is looked up as both", () => {
  const words = expandQuery("ann", "zh", terms).map((expansion) => expansion.words[0]);
  assert.deepEqual(words, ["近似最近邻", "人工神经网络"]);
});

test("words that contain the query or another word are not looked up again", () => {
  assert.ok(!expandQuery("注意力", "zh", terms)[0]?.words.includes("注意力机制"));
});

test("a query that is no name of a term has no other words", () => {
  assert.deepEqual(expandQuery("注意", "zh", terms), []);
  assert.deepEqual(expandQuery("", "zh", terms), []);
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type FoundSection, type Fragment, findSections } from "../../../../src/search/excerpt.ts";

// As Pagefind stores a page: a zero-width space (here |) after every word, places counted in words.
const fragment: Fragment = {
  raw_content:
    "门|控|. |注|意|力 |是 |a| &lt; |b|。|解|法|. |自|注|意|力 |也|用 |Transformer|。|别|处|. |无".replaceAll(
      "|",
      "\u200B",
    ),
  meta: { title: "门\u200B控" },
  anchors: [
    { id: "solution", text: "解\u200B法", location: 11 },
    { id: "else", text: "别处", location: 22 },
  ],
};
const write = ({ excerpt }: FoundSection): string =>
  excerpt.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join("");

describe("the sections of a page that hold the query", () => {
  test("carry their heading and the text around the match, without inserted spaces", () => {
    const sections = findSections(fragment, "注意力", "zh");
    assert.deepEqual(
      sections.map(({ id }) => id),
      ["", "solution"],
    );
    assert.deepEqual(sections.map(write), ["[注意力] 是 a < b。", "自[注意力] 也用 Transformer。"]);
  });

  test("are found by their heading too, and then show how they begin", () => {
    assert.deepEqual(findSections(fragment, "解法", "zh").map(write), [
      "自注意力 也用 Transformer。",
    ]);
  });

  test("come first with the query in their heading, the shortest heading before longer ones", () => {
    const glossary: Fragment = {
      raw_content: "见|注意力|。|多头注意力|. |并行|。|注意力|. |加权|。".replaceAll("|", "\u200B"),
      meta: { title: "术语" },
      anchors: [
        { id: "multi", text: "多头注意力", location: 3 },
        { id: "plain", text: "注意力", location: 7 },
      ],
    };
    const ids = findSections(glossary, "注意力", "zh").map(({ id }) => id);
    assert.deepEqual(ids, ["plain", "multi", ""]);
  });

  test("are found by a query inside a word or by its pieces when it stands nowhere as written", () => {
    assert.deepEqual(findSections(fragment, "former", "zh").map(write), [
      "自注意力 也用 Trans[former]。",
    ]);
    assert.deepEqual(
      findSections(fragment, "门控 注意力", "zh").map(({ id }) => id),
      ["", "solution"],
    );
  });

  test("are found by names with marks in them", () => {
    const plain = (text: string): Fragment => ({
      raw_content: text,
      meta: { title: "" },
      anchors: [],
    });
    assert.deepEqual(findSections(plain("Self-attention."), "self-attention", "en").map(write), [
      "[Self-attention].",
    ]);
    assert.deepEqual(findSections(plain("用 C++ 写"), "c++", "zh").map(write), ["用 [C++] 写"]);
    assert.deepEqual(findSections(plain("a (b) [c]"), "(b) [c", "en").map(write), ["a ([b) [c]]"]);
  });

  test("show the sentence of the match in a long text, with signs where it was cut", () => {
    const long = `${"前".repeat(80)}。${"中".repeat(10)}召回率${"后".repeat(80)}`;
    const [section] = findSections(
      { raw_content: long, meta: { title: "长" }, anchors: [] },
      "召回率",
      "zh",
    );
    assert.ok(section);
    assert.equal(write(section), `…${"中".repeat(10)}[召回率]${"后".repeat(44)}…`);
  });
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cutPieces, listForms } from "../../../../src/search/forms.ts";
import { cutQuery } from "../../../../src/search/tokens.ts";

const words = "database databases deep former rag ragged storage transformer transformers";
const forms = (query: string, fit: "prefix" | "inside"): string[] =>
  listForms(cutQuery(query), words, fit).map((form) => form.map(({ text }) => text).join(" "));

describe("the forms in which a page can contain a query", () => {
  test("are the query itself and those in which its last Latin word goes on", () => {
    assert.deepEqual(forms("vector database", "prefix"), ["vector database", "vector databases"]);
    assert.deepEqual(forms("trans", "prefix"), ["trans", "transformer", "transformers"]);
  });

  test("are only the query itself where it ends in a Han character or a number", () => {
    assert.deepEqual(forms("KV 缓存", "prefix"), ["kv 缓 存"]);
    assert.deepEqual(forms("GPT 4", "prefix"), ["gpt 4"]);
  });

  test("begin inside a longer word only when asked for, and not for one or two letters", () => {
    assert.deepEqual(forms("former", "inside"), ["transformer", "transformers"]);
    assert.deepEqual(forms("rag", "inside"), ["storage"]);
    assert.deepEqual(forms("former 块", "inside"), ["transformer 块"]);
    assert.deepEqual(forms("ag", "inside"), []);
    assert.deepEqual(forms("注意力", "inside"), []);
  });
});

test("the pieces of a query are what the reader set apart, else its words", () => {
  assert.deepEqual(cutPieces("向量 数据库", "zh"), ["向量", "数据库"]);
  assert.deepEqual(cutPieces("deep learning", "en"), ["deep", "learning"]);
  assert.equal(cutPieces("向量数据库", "zh").join(""), "向量数据库");
});

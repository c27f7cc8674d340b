import assert from "node:assert/strict";
import { test } from "node:test";
import { cutQuery, foldText, separateHan, zeroWidthSpace } from "../../../../src/search/tokens.ts";

const cut = (query: string): string =>
  cutQuery(query)
    .map(({ text }) => text)
    .join("|");

test("every Han character of a text stands apart, Latin words stay whole", () => {
  const separated = separateHan("自注意力用 KV缓存。");
  assert.equal(separated.replaceAll(zeroWidthSpace, "|"), "自|注|意|力|用 KV|缓|存|。");
});

test("a query is cut into Han characters, words and marks", () => {
  assert.equal(cut("KV 缓存"), "kv|缓|存");
  assert.equal(cut("Self-Attention"), "self|-|attention");
  assert.equal(cut("3×3 卷积"), "3|×|3|卷|积");
  assert.equal(cut("max_len"), "max|_|len");
});

test("marks at either end of a query are dropped, those of a name stay", () => {
  assert.equal(cut("“注意力”？"), "注|意|力");
  assert.equal(cut("C++"), "c|+|+");
  assert.equal(cut("99%"), "99|%");
  assert.equal(cut("……"), "");
  assert.equal(cut("  "), "");
});

test("case and diacritics do not tell words apart", () => {
  assert.equal(foldText("Gödel"), "godel");
  assert.equal(cut("NAÏVE"), "naive");
});

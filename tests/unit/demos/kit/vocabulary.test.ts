import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, encode } from "../../../../demos/kit/vocabulary.ts";

const vocabulary = ["\n", "<unknown>", "山", "水", "𠮷"];

test("a text comes back from its tokens, characters beyond 16 bits whole", () => {
  const { tokens, unknown } = encode(vocabulary, "山水\n𠮷");
  assert.deepEqual(tokens, [2, 3, 0, 4]);
  assert.deepEqual(unknown, []);
  assert.equal(decode(vocabulary, tokens), "山水\n𠮷");
});

test("characters outside the vocabulary become the unknown token and are reported", () => {
  const { tokens, unknown } = encode(vocabulary, "山x水😀x");
  assert.deepEqual(tokens, [2, 1, 3, 1, 1]);
  assert.deepEqual(unknown, ["x", "😀", "x"]);
  assert.equal(decode(vocabulary, tokens), "山□水□□");
});

test("a line end of Windows counts as one line end", () => {
  assert.deepEqual(encode(vocabulary, "山\r\n水").tokens, [2, 0, 3]);
});

test("a token outside the vocabulary is refused", () => {
  assert.throws(() => decode(vocabulary, [5]), /unknown token 5/);
});

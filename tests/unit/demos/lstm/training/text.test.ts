import assert from "node:assert/strict";
import { test } from "node:test";
import {
  decodeFile,
  isTextFault,
  MOST_CHARACTERS,
  prepareText,
} from "../../../../../demos/lstm/training/text.ts";

const size = { batch: 2, length: 8 };
const long = "春眠不觉晓，处处闻啼鸟。\n".repeat(10);

test("every character becomes a token, the end of the text is held out", () => {
  const text = prepareText(long, size);
  assert.ok(!isTextFault(text));
  const count = Array.from(long.trim()).length;
  assert.equal(text.train.length + text.heldOut.length, count);
  assert.equal(text.heldOut.length, Math.ceil(count / 10));
  assert.deepEqual(text.vocabulary.slice(0, 2), ["\n", "<unknown>"]);
  assert.equal(text.vocabulary[text.train[1] ?? 0], "眠");
  assert.equal(text.unknown, 0);
});

test("a character outside the basic plane is one token, and line ends are of one kind", () => {
  const text = prepareText("𠮷ab\r\n".repeat(20), size);
  assert.ok(!isTextFault(text));
  assert.deepEqual(new Set(text.vocabulary), new Set(["\n", "<unknown>", "𠮷", "a", "b"]));
  assert.equal(text.train.length + text.heldOut.length, 79);
});

test("texts that teach nothing are refused by name, with the length they need", () => {
  assert.deepEqual(prepareText(" \n ", size), { kind: "empty" });
  assert.deepEqual(prepareText("啊".repeat(200), size), { kind: "one-character" });
  const short = prepareText("春眠不觉晓", size);
  assert.ok(isTextFault(short) && short.kind === "too-short");
  assert.equal(short.have, 5);
  assert.ok(
    !isTextFault(prepareText("春眠".repeat(short.need / 2), size)),
    "that length is enough",
  );
  const huge = prepareText("ab".repeat(MOST_CHARACTERS), size);
  assert.deepEqual(huge, { kind: "too-long", have: 2 * MOST_CHARACTERS, limit: MOST_CHARACTERS });
});

test("with a loaded vocabulary foreign characters are counted, and a foreign text is refused", () => {
  const vocabulary = ["\n", "<unknown>", ..."春眠不觉晓，处处闻啼。"];
  const text = prepareText(long, size, vocabulary);
  assert.ok(!isTextFault(text));
  assert.equal(text.unknown, 10, "鸟 ten times");
  const foreign = prepareText("abcdefgh".repeat(20), size, vocabulary);
  assert.deepEqual(foreign, { kind: "unknown-characters", share: 1 });
});

test("files in UTF-8, UTF-16 and GB 18030 are read, others are refused", () => {
  assert.equal(decodeFile(new TextEncoder().encode("春眠不觉晓")), "春眠不觉晓");
  assert.equal(decodeFile(Uint8Array.of(0xb4, 0xba, 0xc3, 0xdf)), "春眠");
  assert.equal(decodeFile(Uint8Array.of(0xff, 0xfe, 0x25, 0x66)), "春");
  assert.equal(
    decodeFile(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)),
    undefined,
  );
});

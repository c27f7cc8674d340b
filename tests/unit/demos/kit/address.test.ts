import assert from "node:assert/strict";
import { test } from "node:test";
import { createAddressReader } from "../../../../demos/kit/address-reader.ts";
import { putChoice } from "../../../../demos/kit/address-writer.ts";

test("each value that names nothing is named once, in the order of reading, and what stands in its place", () => {
  const reader = createAddressReader(new URLSearchParams("a=x&n=9&many=p&many=q"));
  assert.equal(reader.choose("a", ["u", "v"], "v"), "v");
  assert.equal(reader.chooseNumber("n", 0, 5, 2), 2);
  assert.deepEqual(reader.chooseMany("many", ["q", "r"], ["r"]), ["q"]);
  reader.leaveOut("set", "1.2");
  assert.deepEqual(reader.refused, ["a=x", "n=9", "many=p", "set=1.2"]);
  assert.equal(reader.notes[0]?.en, "Invalid a=x in the address; the default is used instead.");
  assert.equal(reader.notes[0]?.zh, "网址里的 a=x 无效，已换成默认值。");
  assert.equal(reader.notes[3]?.en, "Invalid set=1.2 in the address; it is left out.");
  assert.equal(reader.notes[3]?.zh, "网址里的 set=1.2 无效，没有采用。");
});

test("a value that the address does not hold is the usual one, without a word", () => {
  const reader = createAddressReader(new URLSearchParams());
  assert.equal(reader.choose("a", ["u", "v"], "v"), "v");
  assert.equal(reader.chooseNumber("n", 0, 5, 2), 2);
  assert.deepEqual(reader.chooseMany("many", ["q"], []), []);
  assert.deepEqual([reader.refused, reader.notes], [[], []]);
});

test("an address gets only what is not as usual", () => {
  const params = new URLSearchParams();
  putChoice(params, "a", "v", "v");
  putChoice(params, "n", 0, 2);
  assert.equal(params.toString(), "n=0");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultAddress, readAddress, writeAddress } from "../../../../demos/quiz/address.ts";
import { writeClock } from "../../../../demos/quiz/clock-text.ts";

const known = { scopes: ["all", "due", "neurons"], questions: ["dead-unit"] };
const read = (query: string) => readAddress(new URLSearchParams(query), known);

test("an address comes back as it was written", () => {
  const address = {
    panel: "sheet",
    mode: "test",
    scope: "neurons",
    seed: 42,
    question: "dead-unit",
  } as const;
  assert.deepEqual(read(writeAddress(address).toString()), { address, refused: [] });
});

test("what is as usual stays out of the address", () => {
  assert.equal(writeAddress(defaultAddress).toString(), "");
  assert.deepEqual(read(""), { address: defaultAddress, refused: [] });
});

test("what is unknown keeps its default and is named", () => {
  const { address, refused } = read("view=x&mode=exam&topic=y&seed=-1&q=z");
  assert.deepEqual(address, defaultAddress);
  assert.deepEqual(refused, ["view=x", "mode=exam", "topic=y", "q=z", "seed=-1"]);
  assert.deepEqual(read("seed=1.5").refused, ["seed=1.5"]);
  assert.deepEqual(read("seed=").refused, ["seed="]);
});

test("a clock shows minutes and seconds, and 0:00 only at the end", () => {
  assert.equal(writeClock(2_700_000), "45:00");
  assert.equal(writeClock(61_000), "1:01");
  assert.equal(writeClock(400), "0:01");
  assert.equal(writeClock(0), "0:00");
});

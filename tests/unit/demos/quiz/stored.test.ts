import assert from "node:assert/strict";
import { test } from "node:test";
import type { Item } from "../../../../demos/quiz/question.ts";
import { answer, startSession, toggleFlag } from "../../../../demos/quiz/session.ts";
import { decodeStored, encodeStored, nothingStored } from "../../../../demos/quiz/stored.ts";

const items: Item[] = ["a", "b"].map((id) => ({ id, topic: "t", options: 3, key: 0 }));
const start = startSession({ mode: "test", seed: 5, items, now: 1000 });
const session = toggleFlag(answer(start, "a", 2), "b");
const stored = {
  session,
  attempts: [{ time: 7, right: 1, total: 2 }],
  cards: { a: { box: 2, since: 3 } },
};

test("what is kept comes back as it was", () => {
  assert.deepEqual(decodeStored(encodeStored(stored), items), stored);
  assert.deepEqual(decodeStored(encodeStored(nothingStored), items), nothingStored);
});

test("nothing, broken text and another version are read as nothing", () => {
  for (const text of [null, "", "{", "[]", "7", '{"version":2}']) {
    assert.deepEqual(decodeStored(text, items), nothingStored, String(text));
  }
});

test("a session about questions that are gone is dropped, and so are their cards", () => {
  const today = items.slice(1);
  const { session: kept, cards, attempts } = decodeStored(encodeStored(stored), today);
  assert.equal(kept, undefined);
  assert.deepEqual(cards, {});
  assert.deepEqual(attempts, stored.attempts);
});

test("an answer that is no option any more is left open", () => {
  const fewer = items.map((item) => ({ ...item, options: 2 }));
  assert.deepEqual(decodeStored(encodeStored(stored), fewer).session?.answers, {});
});

test("only the last fifty attempts are kept", () => {
  const attempts = Array.from({ length: 60 }, (_, time) => ({ time, right: 0, total: 2 }));
  const kept = decodeStored(encodeStored({ ...nothingStored, attempts }), items).attempts;
  assert.equal(kept.length, 50);
  assert.equal(kept[0]?.time, 10);
});

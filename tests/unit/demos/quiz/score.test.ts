import assert from "node:assert/strict";
import { test } from "node:test";
import type { Item } from "../../../../demos/quiz/question.ts";
import { listReading } from "../../../../demos/quiz/reading.ts";
import { listMissed, scoreByTopic, scoreOf } from "../../../../demos/quiz/score.ts";
import { answer, startSession } from "../../../../demos/quiz/session.ts";

const items: Item[] = [
  { id: "a", topic: "one", options: 4, key: 1 },
  { id: "b", topic: "two", options: 4, key: 2 },
  { id: "c", topic: "one", options: 2, key: 0 },
];
const start = startSession({ mode: "test", seed: 0, items, now: 0 });
const session = answer(answer(start, "a", 1), "b", 0);

test("a question left open counts as missed", () => {
  assert.deepEqual(scoreOf(session, items), { right: 1, answered: 2, total: 3 });
  assert.deepEqual(listMissed(session, items), ["b", "c"]);
});

test("topics are scored in their own order, those not asked are left out", () => {
  assert.deepEqual(scoreByTopic(session, items, ["two", "one", "three"]), [
    { topic: "two", right: 0, answered: 1, total: 1 },
    { topic: "one", right: 1, answered: 1, total: 2 },
  ]);
});

test("the pages to read are those that most of the missed questions name", () => {
  const link = (url: string) => ({ text: url, url });
  const reading = listReading([
    { next: [link("p"), link("q")] },
    { next: [link("q")] },
    { next: [link("r"), link("s"), link("t")] },
  ]);
  assert.deepEqual(
    reading.map(({ url }) => url),
    ["q", "p", "r", "s"],
  );
});

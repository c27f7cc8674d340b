import assert from "node:assert/strict";
import { test } from "node:test";
import type { Item } from "../../../../demos/quiz/question.ts";
import {
  answer,
  finish,
  isRevealed,
  limitOf,
  listOpen,
  moveTo,
  startSession,
  timeLeft,
  toggleFlag,
} from "../../../../demos/quiz/session.ts";

const items: Item[] = ["a", "b", "c"].map((id) => ({ id, topic: "t", options: 4, key: 1 }));
const begin = (mode: "practice" | "test", seed = 0) =>
  startSession({ mode, seed, items, now: 1000 });

test("seed 0 asks in the order of the file, another seed in an order of its own", () => {
  assert.deepEqual(begin("test").order, ["a", "b", "c"]);
  assert.deepEqual(begin("test", 7).order.toSorted(), ["a", "b", "c"]);
  assert.deepEqual(begin("test", 7).order, begin("test", 7).order);
});

test("a session without questions is refused", () => {
  assert.throws(() => startSession({ mode: "test", seed: 0, items: [], now: 0 }), RangeError);
});

test("in practice the first answer stands, in a test the last one", () => {
  const practice = answer(answer(begin("practice"), "a", 0), "a", 1);
  assert.equal(practice.answers["a"], 0);
  const exam = answer(answer(begin("test"), "a", 0), "a", 1);
  assert.equal(exam.answers["a"], 1);
});

test("reasons show after the answer in practice, and after the end in a test", () => {
  const practice = answer(begin("practice"), "a", 0);
  assert.deepEqual([isRevealed(practice, "a"), isRevealed(practice, "b")], [true, false]);
  const exam = answer(begin("test"), "a", 0);
  assert.equal(isRevealed(exam, "a"), false);
  assert.equal(isRevealed(finish(exam, 2000), "b"), true);
});

test("a test gives a minute per question and counts from its start", () => {
  const exam = begin("test");
  assert.equal(limitOf(exam), 180_000);
  assert.equal(timeLeft(exam, 61_000), 120_000);
  assert.equal(timeLeft(exam, 999_999), 0);
  assert.equal(timeLeft(begin("practice"), 61_000), undefined);
});

test("a finished test stops its clock, at the latest at its limit, and takes no more answers", () => {
  const late = finish(begin("test"), 10_000_000);
  assert.equal(late.finished, 181_000);
  const early = finish(begin("test"), 61_000);
  assert.equal(timeLeft(early, 9_999_999), 120_000);
  assert.equal(finish(early, 70_000), early);
  assert.deepEqual(answer(early, "a", 1).answers, {});
  assert.deepEqual(toggleFlag(early, "a").flags, []);
});

test("a flag goes on and off, and unknown questions take neither flag nor answer", () => {
  const flagged = toggleFlag(begin("test"), "b");
  assert.deepEqual(flagged.flags, ["b"]);
  assert.deepEqual(toggleFlag(flagged, "b").flags, []);
  assert.deepEqual(toggleFlag(flagged, "x").flags, ["b"]);
  assert.deepEqual(answer(flagged, "x", 0).answers, {});
});

test("moving stays within the questions", () => {
  assert.equal(moveTo(begin("test"), 9).at, 2);
  assert.equal(moveTo(begin("test"), -1).at, 0);
});

test("the open questions are listed in the order asked", () => {
  assert.deepEqual(listOpen(answer(begin("test"), "b", 3)), ["a", "c"]);
});

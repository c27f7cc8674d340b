import assert from "node:assert/strict";
import { test } from "node:test";
import { type Cards, dueTime, listDue, reviewCard } from "../../../../demos/quiz/leitner.ts";

const day = 86_400_000;

test("a question that was never missed gets no card", () => {
  assert.deepEqual(reviewCard({}, "a", true, 5), {});
});

test("a miss is due at once, and again after 1, 3, 7 and 14 days while the answers are right", () => {
  let cards: Cards = reviewCard({}, "a", false, 0);
  const rests: number[] = [];
  for (let time = 0; cards["a"]; cards = reviewCard(cards, "a", true, time)) {
    const due = dueTime(cards["a"]);
    rests.push((due - time) / day);
    time = due;
  }
  assert.deepEqual(rests, [0, 1, 3, 7, 14]);
});

test("a miss in any box leads back to the first", () => {
  const cards = reviewCard({ a: { box: 4, since: 0 } }, "a", false, 9);
  assert.deepEqual(cards, { a: { box: 1, since: 9 } });
});

test("what is due is listed with the longest overdue first", () => {
  const cards: Cards = {
    soon: { box: 2, since: day },
    late: { box: 2, since: 0 },
    now: { box: 1, since: 2 * day },
    rests: { box: 3, since: day },
  };
  assert.deepEqual(listDue(cards, 2 * day), ["late", "soon", "now"]);
});

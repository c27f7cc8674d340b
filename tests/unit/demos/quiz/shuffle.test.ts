import assert from "node:assert/strict";
import { test } from "node:test";
import { orderOptions, shuffle } from "../../../../demos/quiz/shuffle.ts";

const letters = [..."abcdefghij"];

test("a seed gives one order, and keeps every item once", () => {
  assert.deepEqual(shuffle(letters, 3), shuffle(letters, 3));
  assert.deepEqual(shuffle(letters, 3).toSorted(), letters);
  assert.notDeepEqual(shuffle(letters, 3), shuffle(letters, 4));
});

test("seed 0 keeps the order of questions and of options", () => {
  assert.deepEqual(shuffle(letters, 0), letters);
  assert.deepEqual(orderOptions("x", 4, 0), [0, 1, 2, 3]);
});

test("each question has an order of options of its own", () => {
  const orders = ["a", "b", "c", "d", "e"].map((id) => orderOptions(id, 5, 1).join());
  assert.ok(new Set(orders).size >= 4, orders.join(" "));
  for (const order of orders) assert.equal([...order].sort().join(""), ",,,,01234");
});

test("over many seeds the first option comes to every place about equally often", () => {
  const counts = [0, 0, 0, 0];
  for (let seed = 1; seed <= 4000; seed++) {
    const place = orderOptions("dead-unit", 4, seed).indexOf(0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  for (const count of counts) assert.ok(Math.abs(count - 1000) < 110, counts.join(" "));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { measureDistances, measureRecall } from "../../../../../demos/benchmarks/live/recall.ts";
import type { Vectors } from "../../../../../demos/benchmarks/live/vectors.ts";

test("recall counts answers no farther than the true k-th neighbour and divides by k", () => {
  assert.equal(measureRecall([1, 2, 3, 9], 4, 4), 3 / 4);
  assert.equal(measureRecall([5, 6], 4, 2), 0);
});

test("another vector at the distance of the k-th neighbour counts as found", () => {
  assert.equal(measureRecall([1, 2, 2], 2, 3), 1);
});

test("the slack is 0.001 in absolute terms", () => {
  assert.equal(measureRecall([2.0009], 2, 1), 1);
  assert.equal(measureRecall([2.0011], 2, 1), 0);
});

test("missing answers count as not found and answers beyond the k-th are not looked at", () => {
  assert.equal(measureRecall([1], 2, 4), 1 / 4);
  assert.equal(measureRecall([9, 9, 1, 1], 2, 2), 0);
});

test("distances are computed anew: (0, 0) to (3, 4) is 5", () => {
  const base: Vectors = { count: 2, d: 2, values: Float32Array.of(3, 4, 0, 1) };
  const distances = measureDistances(base, Float32Array.of(0, 0), Int32Array.of(1, 0));
  assert.deepEqual([...distances], [1, 5]);
});

test("an answer that names a vector twice, or one that is not there, is an error", () => {
  const base: Vectors = { count: 2, d: 1, values: Float32Array.of(3, 4) };
  const ask = (...ids: number[]) =>
    measureDistances(base, Float32Array.of(0), Int32Array.from(ids));
  assert.throws(() => ask(0, 0), /duplicate vector 0/);
  assert.throws(() => ask(2), /unknown vector 2/);
});

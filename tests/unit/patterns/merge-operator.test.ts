import assert from "node:assert/strict";
import { test } from "node:test";
import { readDefaults } from "../../../demos/calculator/calculator.ts";
import { calculator } from "../../../patterns/canonical/merge-operator/calculator.ts";
import {
  mergeMax,
  mergeMean,
  mergeSum,
  mergeWeighted,
  toMaxGradient,
  toScoreGradient,
} from "../../../patterns/canonical/merge-operator/sketch.ts";

const toSet = (...values: number[]): number[][] => values.map((value) => [value]);

test("a second carton of milk changes the sum and the mean of the basket but not its maximum", () => {
  const before = toSet(3, 3, 12);
  const after = toSet(3, 3, 12, 12);
  assert.deepEqual([mergeSum(before), mergeMean(before), mergeMax(before)], [[18], [6], [12]]);
  assert.deepEqual([mergeSum(after), mergeMean(after), mergeMax(after)], [[30], [7.5], [12]]);
});

test("a plain sum confuses {1, 4} with {2, 3}, and adding squares tells them apart", () => {
  assert.deepEqual(mergeSum(toSet(1, 4)), mergeSum(toSet(2, 3)));
  const toMoments = (x: number): number[] => [x, x * x];
  assert.deepEqual(mergeSum([1, 4].map(toMoments)), [5, 17]);
  assert.deepEqual(mergeSum([2, 3].map(toMoments)), [5, 13]);
});

test("attention gives the same output when every element is duplicated, so it cannot count", () => {
  const X = [
    [1, -2],
    [0.5, 3],
    [-1, 1],
  ];
  const scores = [0.2, -1, 2];
  const once = mergeWeighted(X, scores);
  const twice = mergeWeighted([...X, ...X], [...scores, ...scores]);
  once.forEach((value, i) => {
    assert.ok(Math.abs(value - (twice[i] ?? 0)) < 1e-12);
  });
});

test("all merges ignore order", () => {
  const X = [
    [1, 8],
    [4, -2],
    [2, 0.5],
  ];
  const shuffled = [2, 0, 1].map((i) => X[i] ?? []);
  for (const merge of [mergeSum, mergeMean, mergeMax]) assert.deepEqual(merge(X), merge(shuffled));
});

test("a maximum sends the gradient of each feature to one element only", () => {
  const X = [
    [1, 8],
    [4, -2],
    [2, 0.5],
  ];
  assert.deepEqual(toMaxGradient(X, [10, 20]), [
    [0, 20],
    [10, 0],
    [0, 0],
  ]);
});

test("the gradient of the scores agrees with finite differences and sums to zero", () => {
  const X = [
    [1, -2],
    [0.5, 3],
    [-1, 1],
  ];
  const scores = [0.2, -1, 2];
  const dy = [0.7, -1.5];
  const loss = (s: number[]): number =>
    mergeWeighted(X, s).reduce((sum, y, i) => sum + y * (dy[i] ?? 0), 0);
  const gradient = toScoreGradient(X, scores, dy);
  const epsilon = 1e-6;
  gradient.forEach((value, n) => {
    const move = (by: number): number[] => scores.map((s, m) => (m === n ? s + by : s));
    assert.ok(
      Math.abs((loss(move(epsilon)) - loss(move(-epsilon))) / (2 * epsilon) - value) < 1e-8,
    );
  });
  assert.ok(Math.abs(gradient.reduce((sum, value) => sum + value, 0)) < 1e-12);
});

test("joining 1,024 vectors needs 1,024 times the weights of merging them", () => {
  const {
    sum,
    mean,
    merged = 1,
    joined = 0,
    max = 0,
  } = calculator.compute(readDefaults(calculator));
  assert.equal(sum, 32);
  assert.equal(mean, 1 / 32);
  assert.equal(joined / merged, 1024);
  assert.ok(Math.abs(max - 3.723) < 1e-3);
});

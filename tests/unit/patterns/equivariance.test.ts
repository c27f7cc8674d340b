import assert from "node:assert/strict";
import { test } from "node:test";
import { readDefaults } from "../../../demos/calculator/calculator.ts";
import { calculator } from "../../../patterns/canonical/equivariance/calculator.ts";
import {
  act,
  applyLinear,
  listShifts,
  measureError,
  symmetrize,
} from "../../../patterns/canonical/equivariance/sketch.ts";

const W = [
  [1, 5, -2, 0],
  [3, 0.5, 4, 1],
  [-1, 2, 2, 7],
  [0, 6, -3, 1.5],
];
const x = [0.3, -1.2, 2, 0.7];
const shifts = listShifts(4);
const permutations = [0, 1, 2, 3].flatMap((a) =>
  [0, 1, 2, 3].flatMap((b) =>
    [0, 1, 2, 3].flatMap((c) => (new Set([a, b, c]).size < 3 ? [] : [[a, b, c, 6 - a - b - c]])),
  ),
);

test("an averaged matrix commutes with all shifts, an arbitrary one does not", () => {
  assert.ok(measureError((v) => applyLinear(W, v), x, shifts) > 0.5);
  const symmetric = symmetrize(W, shifts);
  assert.ok(measureError((v) => applyLinear(symmetric, v), x, shifts) < 1e-12);
});

test("under shifts a 4 × 4 matrix keeps 4 free weights, under all permutations 2", () => {
  const count = (group: number[][]): number =>
    new Set(symmetrize(W, group).flatMap((row) => row.map((w) => w.toFixed(9)))).size;
  assert.equal(permutations.length, 24);
  assert.equal(count(shifts), 4);
  assert.equal(count(permutations), 2);
  assert.deepEqual(
    symmetrize(W, shifts)[0]?.map((w) => w.toFixed(3)),
    ["1.250", "4.000", "1.000", "0.500"],
  );
});

test("a pointwise activation keeps equivariance, and a sum at the end makes it invariant", () => {
  const symmetric = symmetrize(W, shifts);
  const layer = (v: number[]): number[] => applyLinear(symmetric, v).map(Math.tanh);
  assert.ok(measureError((v) => layer(layer(v)), x, shifts) < 1e-12);
  const sum = (v: number[]): number => layer(v).reduce((total, value) => total + value, 0);
  for (const g of shifts) assert.ok(Math.abs(sum(act(g, x)) - sum(x)) < 1e-12);
});

test("taking every second position follows even shifts only", () => {
  const halve = (v: number[]): number[] => v.filter((_, i) => i % 2 === 0);
  const [, one = [], two = []] = shifts;
  assert.deepEqual(halve(act(two, x)), [2, 0.3]);
  assert.deepEqual(halve(act(one, x)), [0.7, -1.2]);
});

test("the gradient for the free matrix is the averaged gradient, as finite differences confirm", () => {
  const dy = [1, -2, 0.5, 0.25];
  const loss = (M: number[][]): number =>
    applyLinear(symmetrize(M, shifts), x).reduce((sum, y, i) => sum + y * (dy[i] ?? 0), 0);
  const outer = dy.map((g) => x.map((value) => g * value));
  const gradient = symmetrize(outer, shifts);
  const epsilon = 1e-6;
  for (const [i, j] of [
    [0, 0],
    [1, 3],
    [3, 2],
  ]) {
    const move = (by: number): number[][] =>
      W.map((row, r) => row.map((w, c) => (r === i && c === j ? w + by : w)));
    const difference = (loss(move(epsilon)) - loss(move(-epsilon))) / (2 * epsilon);
    assert.ok(Math.abs(difference - (gradient[i ?? 0]?.[j ?? 0] ?? 0)) < 1e-7);
  }
});

test("8 orientations take an eighth of the weights and the same work", () => {
  const { dense, shift, plain, group, work } = calculator.compute(readDefaults(calculator));
  assert.deepEqual([dense, shift], [4096, 64]);
  assert.deepEqual([plain, group, work], [9216, 1152, 9216]);
});

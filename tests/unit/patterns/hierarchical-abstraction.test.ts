import assert from "node:assert/strict";
import { test } from "node:test";
import { readDefaults } from "../../../demos/calculator/calculator.ts";
import { calculator } from "../../../patterns/canonical/hierarchical-abstraction/calculator.ts";
import {
  countPieces,
  fold,
  foldDeep,
  measureReceptiveField,
  slopeDeep,
} from "../../../patterns/canonical/hierarchical-abstraction/sketch.ts";

test("a fold maps both ends to 0 and the middle to 1", () => {
  assert.deepEqual([0, 0.25, 0.5, 0.75, 1].map(fold), [0, 0.5, 1, 0.5, 0]);
});

test("every layer of two units doubles the linear pieces, while one layer of m units has m + 1", () => {
  for (const depth of [1, 2, 5, 8]) {
    assert.equal(
      countPieces((x) => foldDeep(x, depth), 1024),
      2 ** depth,
    );
  }
  const breaks = [0.125, 0.25, 0.5, 0.75, 0.875];
  const shallow = (x: number): number =>
    breaks.reduce((sum, b, i) => sum + (i - 1.5) * Math.max(0, x - b), x);
  assert.equal(countPieces(shallow, 1024), breaks.length + 1);
});

test("the slope by the chain rule is 2^depth in size and agrees with finite differences", () => {
  const epsilon = 1e-7;
  for (const x of [0.03, 0.21, 0.47, 0.77, 0.91]) {
    const slope = slopeDeep(x, 6);
    const difference = (foldDeep(x + epsilon, 6) - foldDeep(x - epsilon, 6)) / (2 * epsilon);
    assert.equal(Math.abs(slope), 64);
    assert.ok(Math.abs(difference - slope) < 1e-4);
  }
  assert.equal(Math.abs(slopeDeep(0.3, 20)), 1_048_576);
});

test("three 3 × 3 layers see 7 positions, and ten with pooling after every second see 140", () => {
  const convolution = { kernel: 3, stride: 1 };
  assert.equal(measureReceptiveField([convolution, convolution, convolution]), 7);
  const pair = [convolution, convolution];
  const pooled = [...pair, { kernel: 2, stride: 2 }];
  assert.equal(measureReceptiveField([pooled, pooled, pooled, pooled, pair].flat()), 140);
});

test("eight layers of 16 units bound the pieces by 17^8, one layer of equal weights by 651", () => {
  const { weights, deep, shallow, field } = calculator.compute(readDefaults(calculator));
  assert.equal(weights, 1953);
  assert.equal(deep, 17 ** 8);
  assert.equal(shallow, 651);
  assert.equal(field, 61);
});

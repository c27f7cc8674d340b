import assert from "node:assert/strict";
import { test } from "node:test";
import { readDefaults } from "../../../demos/calculator/calculator.ts";
import { calculator } from "../../../patterns/canonical/regularization/calculator.ts";
import {
  countEffective,
  penalizedGradient,
  penalizedLoss,
  shrinkDirections,
  stepCoupled,
  stepDecoupled,
} from "../../../patterns/canonical/regularization/sketch.ts";

const X = [
  [1, 2],
  [-0.5, 0.3],
  [0.7, -1.1],
];
const y = [1, -2, 0.4];

test("the gradient of the penalized loss agrees with finite differences", () => {
  const w = [0.8, -0.6];
  const gradient = penalizedGradient(X, y, w, 0.3);
  w.forEach((_, j) => {
    const move = (by: number): number[] => w.map((v, k) => (k === j ? v + by : v));
    const numeric =
      (penalizedLoss(X, y, move(1e-6), 0.3) - penalizedLoss(X, y, move(-1e-6), 0.3)) / 2e-6;
    assert.ok(Math.abs(numeric - (gradient[j] ?? 0)) < 1e-8);
  });
});

test("one input of variance 1 and a penalty of 1 halve the solution", () => {
  const gradient = penalizedGradient([[1], [-1]], [4, -4], [2], 1); // without penalty w = 4
  assert.deepEqual(gradient, [0]);
  assert.deepEqual(shrinkDirections([1], 1), [0.5]);
});

test("steep directions survive and flat ones vanish, so few parameters stay effective", () => {
  assert.deepEqual(shrinkDirections([99, 1, 0], 1), [0.99, 0.5, 0]);
  assert.ok(Math.abs(countEffective([99, 1, 0], 1) - 1.49) < 1e-12);
  assert.equal(countEffective([5, 2, 1], 0), 3);
});

test("for plain SGD a penalty and a decay are the same step", () => {
  const options = { rate: 0.1, lambda: 0.5 };
  const [w, g, scale] = [
    [2, -1],
    [0.3, 0.7],
    [1, 1],
  ];
  const coupled = stepCoupled(w, g, scale, options);
  stepDecoupled(w, g, scale, options).forEach((v, j) => {
    assert.ok(Math.abs(v - (coupled[j] ?? 0)) < 1e-12);
  });
});

test("with a scale per weight the coupled penalty decays noisy weights less, the decay all alike", () => {
  const options = { rate: 0.1, lambda: 0.5 };
  const [w, g, scale] = [
    [1, 1],
    [0, 0],
    [1, 10],
  ];
  assert.deepEqual(stepCoupled(w, g, scale, options), [0.95, 0.995]);
  assert.deepEqual(stepDecoupled(w, g, scale, options), [0.95, 0.95]);
});

test("a rate of 3e-4 with a decay of 0.1 forgets over 33,333 steps and keeps 5% after 100,000", () => {
  const { memory = 0, kept = 0, half = 0 } = calculator.compute(readDefaults(calculator));
  assert.equal(Math.round(memory), 33333);
  assert.equal(Math.round(half), 23105);
  assert.ok(Math.abs(kept - 100 * Math.exp(-3)) < 0.01);
});

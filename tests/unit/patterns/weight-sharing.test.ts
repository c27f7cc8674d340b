import assert from "node:assert/strict";
import { test } from "node:test";
import { readDefaults } from "../../../demos/calculator/calculator.ts";
import { calculator } from "../../../patterns/canonical/weight-sharing/calculator.ts";
import { applyShared, sumGradient } from "../../../patterns/canonical/weight-sharing/sketch.ts";

test("every position applies the same kernel, so a shifted input gives a shifted output", () => {
  const w = [1, -2, 0.5];
  const y = applyShared([0, 3, 1, 4, 1, 5], w);
  const shifted = applyShared([7, 0, 3, 1, 4, 1], w);
  assert.deepEqual(shifted.slice(1), y.slice(0, 3));
  assert.deepEqual(applyShared([1, 2, 3], [1, 10, 100]), [321]);
});

test("the gradient of the kernel is the sum over positions and agrees with finite differences", () => {
  const x = [0.3, -1.2, 0.7, 2, -0.4];
  const w = [0.5, -0.1, 0.8];
  const dy = [1, -2, 0.5];
  const loss = (kernel: number[]): number =>
    applyShared(x, kernel).reduce((sum, y, p) => sum + y * (dy[p] ?? 0), 0);
  const epsilon = 1e-6;
  sumGradient(x, dy, w.length).forEach((gradient, i) => {
    const up = w.map((value, j) => (j === i ? value + epsilon : value));
    const down = w.map((value, j) => (j === i ? value - epsilon : value));
    assert.ok(Math.abs((loss(up) - loss(down)) / (2 * epsilon) - gradient) < 1e-8);
  });
});

test("a 3 × 3 kernel from 3 to 64 channels has 1,792 weights whatever the image size", () => {
  const defaults = readDefaults(calculator);
  assert.equal(calculator.compute(defaults)["shared"], 1792);
  assert.equal(calculator.compute({ ...defaults, side: 32 })["shared"], 1792);
});

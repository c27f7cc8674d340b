import assert from "node:assert/strict";
import { test } from "node:test";
import { readDefaults } from "../../../demos/calculator/calculator.ts";
import { calculator } from "../../../patterns/canonical/nonlinear-activation/calculator.ts";
import {
  applyLinear,
  collapse,
  exclusiveOr,
  gelu,
  measureDeadShare,
  relu,
  silu,
} from "../../../patterns/canonical/nonlinear-activation/sketch.ts";

const grid = Array.from({ length: 8001 }, (_, i) => (i - 4000) / 1000 + 0.0005);

test("the slopes agree with finite differences", () => {
  const epsilon = 1e-5;
  for (const { apply, slope } of [relu, silu, gelu]) {
    for (const x of [-3, -1.3, -0.2, 0.4, 1.7, 3]) {
      const difference = (apply(x + epsilon) - apply(x - epsilon)) / (2 * epsilon);
      assert.ok(Math.abs(difference - slope(x)) < 1e-8);
    }
  }
});

test("the largest slope is 1.13 for GELU and 1.10 for SiLU", () => {
  const toLargest = (slope: (x: number) => number): number => Math.max(...grid.map(slope));
  assert.ok(Math.abs(toLargest(gelu.slope) - 1.129) < 1e-3);
  assert.ok(Math.abs(toLargest(silu.slope) - 1.0998) < 1e-3);
});

test("two linear layers equal their product, and a ReLU between them does not", () => {
  const W = [
    [1, -2],
    [0.5, 3],
  ];
  const V = [[2, -1]];
  assert.deepEqual(collapse(V, W), [[1.5, -7]]);
  const x = [-1, 0.25];
  assert.deepEqual(applyLinear(V, applyLinear(W, x)), applyLinear(collapse(V, W), x));
  const bent = applyLinear(V, applyLinear(W, x).map(relu.apply));
  assert.notDeepEqual(bent, applyLinear(collapse(V, W), x));
});

test("two ReLU units compute exclusive or", () => {
  assert.deepEqual(
    [exclusiveOr(0, 0), exclusiveOr(0, 1), exclusiveOr(1, 0), exclusiveOr(1, 1)],
    [0, 1, 1, 0],
  );
});

test("a unit is dead when no example switches it on", () => {
  const H = [
    [0, 1, 0, 0],
    [0, 0, 2, 0],
  ];
  assert.equal(measureDeadShare(H), 0.5);
});

test("a gain of 2 keeps the ReLU signal, a gain of 1 loses all but a thirty-millionth in 50 layers", () => {
  const defaults = readDefaults(calculator);
  const { relu: kept } = calculator.compute(defaults);
  assert.equal(kept, 1);
  const { relu: left = 0, tanh = 0 } = calculator.compute({ ...defaults, gain: 1 });
  assert.equal(left, 2 ** -25);
  assert.ok(tanh > 0.05 && tanh < 0.2);
});

test("after one layer of tanh the mean square is 0.394 and that of the slope 0.464", () => {
  const { tanh = 0, tanhGradient = 0 } = calculator.compute({ depth: 1, gain: 1 });
  assert.ok(Math.abs(tanh ** 2 - 0.39429) < 1e-4);
  assert.ok(Math.abs(tanhGradient ** 2 - 0.4644) < 1e-3);
});

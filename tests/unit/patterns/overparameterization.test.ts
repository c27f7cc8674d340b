import assert from "node:assert/strict";
import { test } from "node:test";
import { readDefaults } from "../../../demos/calculator/calculator.ts";
import { createRandom } from "../../../demos/kit/random.ts";
import { calculator } from "../../../patterns/canonical/overparameterization/calculator.ts";
import {
  descend,
  expectError,
  fitLeastNorm,
} from "../../../patterns/canonical/overparameterization/sketch.ts";

const dot = (a: number[], b: number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

function assertClose(actual: number[], expected: number[], within: number): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, i) => {
    assert.ok(Math.abs(value - (expected[i] ?? 0)) < within, `${actual} against ${expected}`);
  });
}

test("of all solutions of one equation the least norm spreads the weight evenly", () => {
  assertClose(fitLeastNorm([[1, 1]], [2]), [1, 1], 1e-12);
  assertClose(fitLeastNorm([[3, 4]], [25]), [3, 4], 1e-12);
});

test("the least-norm solution fits every example and gradient descent from zero arrives at it", () => {
  const X = [
    [1, 2, 0, -1],
    [0, 1, 1, 1],
  ];
  const y = [3, -2];
  const w = fitLeastNorm(X, y);
  assertClose(
    X.map((row) => dot(row, w)),
    y,
    1e-12,
  );
  assertClose(descend(X, y, 0.1, 2000), w, 1e-9);
});

test("adding a direction that no example sees keeps the fit and only raises the norm", () => {
  const X = [
    [1, 2, 0, -1],
    [0, 1, 1, 1],
  ];
  const w = fitLeastNorm(X, [3, -2]);
  const unseen = [1, 0, -1, 1]; // orthogonal to both rows
  const other = w.map((value, j) => value + 0.5 * (unseen[j] ?? 0));
  assertClose(
    X.map((row) => dot(row, other)),
    [3, -2],
    1e-12,
  );
  assert.ok(dot(other, other) > dot(w, w));
});

test("the error formula agrees with simulated fits far beyond the threshold", () => {
  const random = createRandom(11);
  const [n, p, D, noise] = [12, 48, 60, 0.1];
  const draw = (length: number): number[] => Array.from({ length }, random.normal);
  let total = 0;
  const trials = 400;
  for (let trial = 0; trial < trials; trial++) {
    const direction = draw(D);
    const norm = Math.sqrt(dot(direction, direction));
    const truth = direction.map((value) => value / norm);
    const inputs = Array.from({ length: n }, () => draw(D));
    const y = inputs.map((x) => dot(x, truth) + Math.sqrt(noise) * random.normal());
    const w = fitLeastNorm(
      inputs.map((x) => x.slice(0, p)),
      y,
    );
    const miss = truth.map((value, j) => value - (w[j] ?? 0));
    total += dot(miss, miss) + noise;
  }
  assert.ok(Math.abs(total / trials / expectError(n, p, D, noise) - 1) < 0.05);
});

test("the error peaks where features equal examples and is lowest with all features", () => {
  const {
    error = 0,
    under = 0,
    all = 0,
    near = 0,
    zero = 0,
  } = calculator.compute(readDefaults(calculator));
  assert.equal(zero, 1.04);
  assert.equal(under, 1.04); // with few weak features it is best to use none
  assert.ok(Math.abs(all - 0.5804) < 1e-3);
  assert.ok(all < error && error < under && under < near);
  assert.equal(expectError(100, 100, 200, 0.04), Number.POSITIVE_INFINITY);
});

test("every setting of the calculator gives finite numbers", () => {
  for (const n of [10, 100, 500]) {
    for (const D of [50, 100, 500, 2000]) {
      for (const p of [1, n - 1, n, n + 1, 1000]) {
        const values = Object.values(calculator.compute({ n, p, D, noise: 0.04 }));
        assert.ok(values.every(Number.isFinite), JSON.stringify({ n, p, D, values }));
      }
    }
  }
});

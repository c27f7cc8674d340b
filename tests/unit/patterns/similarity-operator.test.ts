import assert from "node:assert/strict";
import { test } from "node:test";
import { readDefaults } from "../../../demos/calculator/calculator.ts";
import { calculator } from "../../../patterns/canonical/similarity-operator/calculator.ts";
import {
  cosine,
  distance,
  dot,
  liftKeys,
  measureNorm,
  rankKeys,
  toCosineGradient,
} from "../../../patterns/canonical/similarity-operator/sketch.ts";

const q = [1, 1];
const keys = [
  [3, 0],
  [1, 0.8],
  [0.3, 0.3],
];

test("dot product, distance and cosine each put another article first", () => {
  assert.equal(rankKeys(keys, (key) => dot(q, key))[0], 0);
  assert.equal(rankKeys(keys, (key) => -distance(q, key))[0], 1);
  assert.equal(rankKeys(keys, (key) => cosine(q, key))[0], 2);
});

test("on unit vectors the squared distance is 2 − 2 cos", () => {
  const [a, b] = [
    [0.6, 0.8],
    [-0.28, 0.96],
  ];
  assert.ok(Math.abs(distance(a, b) ** 2 - (2 - 2 * cosine(a, b))) < 1e-12);
});

test("after the lift, ranking by distance equals ranking by dot product", () => {
  const lifted = liftKeys(keys);
  const order = rankKeys(lifted, (key) => -distance([...q, 0], key));
  assert.deepEqual(
    order,
    rankKeys(keys, (key) => dot(q, key)),
  );
  for (const key of lifted) assert.ok(Math.abs(measureNorm(key) - 3) < 1e-12);
});

test("the gradient of the cosine agrees with finite differences and is orthogonal to q", () => {
  const [x, k] = [
    [0.4, -1.1, 2],
    [1.5, 0.2, 0.7],
  ];
  const gradient = toCosineGradient(x, k);
  const epsilon = 1e-6;
  gradient.forEach((value, i) => {
    const move = (by: number): number[] => x.map((entry, j) => (j === i ? entry + by : entry));
    const difference = (cosine(move(epsilon), k) - cosine(move(-epsilon), k)) / (2 * epsilon);
    assert.ok(Math.abs(difference - value) < 1e-8);
  });
  assert.ok(Math.abs(dot(gradient, x)) < 1e-12);
  const doubled = toCosineGradient(
    x.map((value) => 2 * value),
    k,
  );
  assert.ok(Math.abs(measureNorm(doubled) - measureNorm(gradient) / 2) < 1e-12);
});

test("a million keys of 768 numbers cost 768 million products, and chance reaches a cosine of 0.19", () => {
  const { products, storage, best, spread } = calculator.compute(readDefaults(calculator));
  assert.equal(products, 768_000_000);
  assert.equal(storage, 3.072);
  assert.ok(Math.abs((best ?? 0) - 0.1897) < 1e-4);
  assert.ok(Math.abs((spread ?? 0) - 27.71) < 0.01);
});

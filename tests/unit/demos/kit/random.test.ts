import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom, shuffleIndices } from "../../../../demos/kit/random.ts";

const take = (n: number, draw: () => number): number[] => Array.from({ length: n }, draw);

test("equal seeds give equal streams, different seeds different ones", () => {
  assert.deepEqual(take(20, createRandom(7).uniform), take(20, createRandom(7).uniform));
  assert.deepEqual(take(20, createRandom(7).normal), take(20, createRandom(7).normal));
  assert.notDeepEqual(take(20, createRandom(7).uniform), take(20, createRandom(8).uniform));
});

test("neighbouring seeds give streams without correlation", () => {
  const n = 20_000;
  const x = take(n, createRandom(1).normal);
  const y = take(n, createRandom(2).normal);
  const correlation = x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0) / n;
  assert.ok(Math.abs(correlation) < 4 / Math.sqrt(n));
});

test("uniform numbers lie in [0, 1) with mean 1/2 and variance 1/12", () => {
  const n = 50_000;
  const x = take(n, createRandom(3).uniform);
  assert.ok(x.every((value) => value >= 0 && value < 1));
  const mean = x.reduce((sum, value) => sum + value, 0) / n;
  const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
  assert.ok(Math.abs(mean - 1 / 2) < 0.006);
  assert.ok(Math.abs(variance - 1 / 12) < 0.002);
});

test("normal numbers have mean 0, variance 1 and 4.6% of them beyond two deviations", () => {
  const n = 50_000;
  const x = take(n, createRandom(4).normal);
  const mean = x.reduce((sum, value) => sum + value, 0) / n;
  const variance = x.reduce((sum, value) => sum + value ** 2, 0) / n;
  const beyond = x.filter((value) => Math.abs(value) > 2).length / n;
  assert.ok(Math.abs(mean) < 0.02);
  assert.ok(Math.abs(variance - 1) < 0.03);
  assert.ok(Math.abs(beyond - 0.0455) < 0.004);
});

test("integers below n are reached evenly and n never", () => {
  const random = createRandom(5);
  const counts = new Array<number>(6).fill(0);
  for (let i = 0; i < 60_000; i++) {
    const face = random.integer(6);
    counts[face] = (counts[face] ?? 0) + 1;
  }
  assert.equal(counts.length, 6);
  assert.ok(counts.every((count) => Math.abs(count - 10_000) < 450));
});

test("a shuffle holds every index once", () => {
  const order = shuffleIndices(100, createRandom(6));
  assert.notDeepEqual(
    [...order],
    [...order].sort((a, b) => a - b),
  );
  assert.deepEqual(
    [...order].sort((a, b) => a - b),
    [...Array(100).keys()],
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../../../demos/kit/random.ts";
import { drawFrom, sampleToken, shapeDistribution } from "../../../../demos/kit/sampling.ts";

// Probabilities 0.4, 0.3, 0.2 and 0.1.
const logits = Float32Array.from([0.1, 0.4, 0.2, 0.3], Math.log);

function assertClose(p: Float32Array, wanted: readonly number[]): void {
  assert.equal(p.length, wanted.length);
  wanted.forEach((value, i) => {
    assert.ok(Math.abs((p[i] ?? Number.NaN) - value) < 1e-6, `${p} instead of ${wanted}`);
  });
}

test("without options the distribution is the softmax", () => {
  assertClose(shapeDistribution(logits), [0.1, 0.4, 0.2, 0.3]);
});

test("temperature 1/2 squares the odds", () => {
  const squares = [0.01, 0.16, 0.04, 0.09].map((value) => value / 0.3);
  assertClose(shapeDistribution(logits, { temperature: 0.5 }), squares);
});

test("top-k keeps the k most probable tokens, and the first of equals", () => {
  assertClose(shapeDistribution(logits, { topK: 2 }), [0, 4 / 7, 0, 3 / 7]);
  assertClose(shapeDistribution(new Float32Array(4), { topK: 2 }), [0.5, 0.5, 0, 0]);
});

test("top-p keeps the fewest tokens that reach p", () => {
  assertClose(shapeDistribution(logits, { topP: 0.65 }), [0, 4 / 7, 0, 3 / 7]);
  assertClose(shapeDistribution(logits, { topP: 0.01 }), [0, 1, 0, 0]);
});

test("top-p counts within what top-k has left", () => {
  // Top-3 leaves 4/9, 3/9 and 2/9; 0.5 needs two of them.
  assertClose(shapeDistribution(logits, { topK: 3, topP: 0.5 }), [0, 4 / 7, 0, 3 / 7]);
});

test("temperature 0 always takes the most probable token, and the first of equals", () => {
  const random = createRandom(1);
  assert.equal(sampleToken(logits, { temperature: 0 }, random), 1);
  assert.equal(sampleToken(new Float32Array(3), { temperature: 0 }, random), 0);
  assert.equal(random.uniform(), createRandom(1).uniform());
});

test("banned tokens are never drawn, even greedily, and not all may be banned", () => {
  assertClose(shapeDistribution(logits, { banned: [1] }), [1 / 6, 0, 2 / 6, 3 / 6]);
  assert.equal(sampleToken(logits, { temperature: 0, banned: [1] }, createRandom(1)), 3);
  assert.throws(() => shapeDistribution(logits, { banned: [0, 1, 2, 3] }), /missing tokens/);
});

test("10,000 draws come as often as their probabilities say", () => {
  const n = 10_000;
  const random = createRandom(2);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const token = sampleToken(logits, { topK: 3 }, random);
    counts[token] = (counts[token] ?? 0) + 1;
  }
  [0, 4 / 9, 2 / 9, 3 / 9].forEach((p, token) => {
    const deviation = Math.sqrt(n * p * (1 - p));
    assert.ok(Math.abs((counts[token] ?? 0) - n * p) <= 4 * deviation);
  });
});

test("equal seeds draw equal tokens", () => {
  const draw = (seed: number): number[] => {
    const random = createRandom(seed);
    return Array.from({ length: 20 }, () => sampleToken(logits, {}, random));
  };
  assert.deepEqual(draw(3), draw(3));
  assert.notDeepEqual(draw(3), draw(4));
});

test("a draw falls on the last possible token when rounding leaves a rest", () => {
  const random = { ...createRandom(1), uniform: () => 0.9999 };
  assert.equal(drawFrom(Float32Array.of(0.5, 0.4999, 0), random), 1);
});

test("options out of range are refused", () => {
  assert.throws(() => shapeDistribution(logits, { temperature: -1 }), /invalid temperature -1/);
  assert.throws(() => shapeDistribution(logits, { topK: 0 }), /invalid top-k 0/);
  assert.throws(() => shapeDistribution(logits, { topP: 0 }), /invalid top-p 0/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { createBatches } from "../../../../../demos/lstm/training/batches.ts";
import { lossInPlace } from "../../../../../demos/lstm/training/cross-entropy.ts";
import { measureBits } from "../../../../../demos/lstm/training/evaluate.ts";
import { generateTokens } from "../../../../../demos/lstm/training/generate.ts";
import { measureBaseline } from "../../../../../demos/lstm/training/n-gram.ts";
import { createStates, runNetwork } from "../../../../../demos/lstm/training/network.ts";
import type { NetworkShape } from "../../../../../demos/lstm/training/network-shape.ts";
import { createState, trainStep } from "../../../../../demos/lstm/training/trainer.ts";

const shape: NetworkShape = {
  cell: "gru",
  layers: 1,
  embedding: 8,
  hidden: 16,
  vocabulary: 5,
  hasAttention: false,
};
const pattern = Int32Array.from({ length: 400 }, (_, i) => [2, 3, 2, 4][i % 4] ?? 0);

function trainOnPattern(hasAttention = false) {
  const state = createState({ ...shape, hasAttention }, 4, 2);
  const batchAt = createBatches(pattern, { batch: 4, length: 12, seed: 2 });
  const losses: number[] = [];
  for (let step = 0; step < 80; step++) {
    const options = { rate: 0.02, clip: 1 };
    losses.push(trainStep({ ...shape, hasAttention }, state, batchAt(step), options).loss);
  }
  return { state, losses };
}

test("the loss of equal logits is ln V, and its gradient sums to zero in each row", () => {
  const logits = new Float64Array(6);
  const loss = lossInPlace(logits, Int32Array.of(0, 2), 3);
  assert.ok(Math.abs(loss - Math.log(3)) < 1e-12);
  assert.ok(Math.abs((logits[0] ?? 0) + 2 / 6) < 1e-12);
  assert.ok(Math.abs(logits.subarray(3).reduce((sum, x) => sum + x, 0)) < 1e-12);
});

test("training learns a pattern of period four to almost no bits, and goes on with it", () => {
  const { state, losses } = trainOnPattern();
  assert.ok((losses[0] ?? 0) > 1.2 && (losses.at(-1) ?? 9) < 0.1, String(losses.at(-1)));
  const bits = measureBits(state.parameters, shape, pattern.subarray(0, 120));
  assert.ok(bits < 0.5, String(bits));
  const drawn = generateTokens(state.parameters, shape, {
    prompt: [2, 3, 2],
    count: 8,
    temperature: 0,
    seed: 1,
    window: 12,
  });
  assert.deepEqual(drawn, [4, 2, 3, 2, 4, 2, 3, 2]);
});

test("equal seeds draw equal texts, others differ", () => {
  const { parameters } = createState(shape, 1, 3);
  const draw = (seed: number) =>
    generateTokens(parameters, shape, {
      prompt: [],
      count: 30,
      temperature: 1,
      seed,
      window: 8,
    });
  assert.deepEqual(draw(5), draw(5));
  assert.notDeepEqual(draw(5), draw(6));
  assert.ok(!draw(5).includes(1), "the unknown token is never drawn");
});

test("bits of a text do not depend on the windows that it is scored in", () => {
  const { parameters } = createState(shape, 1, 3);
  const inputs = Int32Array.of(0, ...pattern.subarray(0, 99));
  const pass = runNetwork(parameters, shape, { inputs, steps: 100 }, createStates(shape, 1));
  const loss = lossInPlace(pass.logits, pattern.subarray(0, 100), shape.vocabulary);
  const bits = measureBits(parameters, shape, pattern, 100);
  assert.ok(Math.abs(bits - loss / Math.LN2) < 1e-5);
});

test("with attention a sample goes on past its window", () => {
  const { state } = trainOnPattern(true);
  const drawn = generateTokens(
    state.parameters,
    { ...shape, hasAttention: true },
    { prompt: [2, 3, 2], count: 20, temperature: 0, seed: 1, window: 12 },
  );
  assert.equal(drawn.length, 20);
  assert.deepEqual(drawn.slice(0, 5), [4, 2, 3, 2, 4]);
});

test("Witten–Bell by hand: one count of three after one context", () => {
  // Training a a b: P₁(b) = (1 + 2·1/2)/(3 + 2) = 0.4 for V = 2, and P₂(b|a) = (1 + 2·0.4)/(2 + 2).
  const { order, bits } = measureBaseline(Int32Array.of(0, 0, 1), Int32Array.of(0, 1), 2, 2);
  const unigram = (-Math.log2(0.6) - Math.log2(0.4)) / 2;
  const bigram = (-Math.log2(0.6) - Math.log2(0.45)) / 2;
  assert.ok(bigram < unigram);
  assert.equal(order, 2);
  assert.ok(Math.abs(bits - bigram) < 1e-12);
});

import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-backend-wasm";
import { createBatches } from "../../../../../demos/lstm/training/batches.ts";
import { cellKinds } from "../../../../../demos/lstm/training/network-shape.ts";
import { isWithinTolerance, testEngine } from "../../../../../demos/lstm/training/self-test.ts";
import { createTensorTrainer } from "../../../../../demos/lstm/training/tensor-trainer.ts";
import {
  createReferenceTrainer,
  createState,
  type Trainer,
} from "../../../../../demos/lstm/training/trainer.ts";

before(() => tf.env().set("IS_TEST", true)); // silences the library's advice to use another package

for (const backend of ["cpu", "wasm"]) {
  for (const cell of cellKinds) {
    test(`${backend}: two layers of ${cell} pass the self-test`, async () => {
      await tf.setBackend(backend);
      const kind = { cell, layers: 2, hasAttention: cell === "lstm" };
      const result = await testEngine((...args) => createTensorTrainer(tf, ...args), kind);
      assert.ok(isWithinTolerance(result), JSON.stringify(result));
    });
  }
}

test("the self-test refuses an engine whose gradients are off by a hundredth", async () => {
  const result = await testEngine(
    (shape, start): Trainer => {
      const inner = createReferenceTrainer(shape, start);
      return {
        ...inner,
        async read() {
          const state = await inner.read();
          const m = new Map([...state.adam.m].map(([name, x]) => [name, x.map((g) => 1.01 * g)]));
          return { ...state, adam: { ...state.adam, m } };
        },
      };
    },
    { cell: "lstm", layers: 1, hasAttention: false },
  );
  assert.ok(!isWithinTolerance(result));
  assert.ok(result.forward <= 1e-6, "its forward values are right");
});

test("twenty steps on wasm leave the weights of twenty steps of the reference", async () => {
  await tf.setBackend("wasm");
  const shape = {
    cell: "lstm",
    layers: 1,
    embedding: 8,
    hidden: 16,
    vocabulary: 11,
    hasAttention: false,
  } as const;
  const tokens = Int32Array.from({ length: 300 }, (_, i) => (i * i) % 11);
  const batchAt = createBatches(tokens, { batch: 4, length: 8, seed: 3 });
  const start = createState(shape, 4, 9);
  const engine = createTensorTrainer(tf, shape, start);
  const reference = createReferenceTrainer(shape, start);
  const held = tf.memory().numTensors;
  for (let step = 0; step < 20; step++) {
    const options = { rate: 0.01, clip: 0.5 };
    const seen = await engine.step(batchAt(step), options);
    const right = await reference.step(batchAt(step), options);
    assert.ok(Math.abs(seen.loss - right.loss) < 1e-3, `step ${step}`);
  }
  assert.equal(tf.memory().numTensors, held, "no tensor is left behind");
  engine.close();
  assert.equal(tf.memory().numTensors, 0);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { clipGradients, createAdam, stepAdam } from "../../../../../demos/lstm/training/adam.ts";
import { createHistory } from "../../../../../demos/lstm/training/history.ts";
import { estimateBytes, MOST_BYTES } from "../../../../../demos/lstm/training/memory.ts";
import {
  cellKinds,
  countParameters,
  type NetworkShape,
} from "../../../../../demos/lstm/training/network-shape.ts";
import { measureNorm, type Tensors } from "../../../../../demos/lstm/training/numbers.ts";
import { createParameters } from "../../../../../demos/lstm/training/parameters.ts";
import { createPlan, settings, shapeNetwork } from "../../../../../demos/lstm/training/plan.ts";
import { readRun, writeRun } from "../../../../../demos/lstm/training/saved-run.ts";
import { createState, sizeOfState } from "../../../../../demos/lstm/training/trainer.ts";

const shape: NetworkShape = {
  cell: "lstm",
  layers: 2,
  embedding: 4,
  hidden: 8,
  vocabulary: 10,
  hasAttention: false,
};

test("the first step of Adam moves every weight by the rate, against its gradient", () => {
  const weights: Tensors = new Map([["w", Float64Array.of(1, 1, 1)]]);
  const gradients: Tensors = new Map([["w", Float64Array.of(3, -0.2, 0)]]);
  stepAdam(weights, gradients, createAdam(weights), 0.1);
  const moved = [...(weights.get("w") ?? [])].map((w) => Math.round(1e6 * (w - 1)) / 1e6);
  assert.deepEqual(moved, [-0.1, 0.1, 0]);
});

test("clipping scales to the limit, keeps the direction and reports the norm before", () => {
  const gradients: Tensors = new Map([
    ["a", Float64Array.of(3)],
    ["b", Float64Array.of(0, 4)],
  ]);
  assert.equal(clipGradients(gradients, 1), 5);
  assert.ok(Math.abs(measureNorm(gradients.values()) - 1) < 1e-12);
  assert.ok(Math.abs((gradients.get("a")?.[0] ?? 0) - 0.6) < 1e-12);
  assert.ok(Math.abs(clipGradients(gradients, 10) - 1) < 1e-12);
});

test("parameter counts by hand: the cells differ by their gates alone", () => {
  const count = (cell: NetworkShape["cell"]) => countParameters({ ...shape, layers: 1, cell });
  const rest = 10 * 4 + 4 * 8 + 4 + 10;
  const gate = 8 * 4 + 8 * 8 + 8;
  assert.deepEqual(
    cellKinds.map(count),
    [1, 3, 4].map((gates) => rest + gates * gate),
  );
});

test("equal seeds give equal weights, and only the forget gate starts at one", () => {
  const one = createParameters(shape, 4);
  assert.deepEqual(one, createParameters(shape, 4));
  assert.notDeepEqual(one, createParameters(shape, 5));
  const bias = [...(one.get("lstm.1.bias") ?? [])];
  assert.deepEqual(
    bias,
    [0, 1, 0, 0].flatMap((value) => new Array<number>(8).fill(value)),
  );
});

test("history keeps the whole run within its bytes, thinner as the run grows", () => {
  const state = createState(shape, 2, 1);
  const history = createHistory(10 * sizeOfState(state));
  for (let step = 0; step <= 100; step++) {
    history.push({ ...state, adam: { ...state.adam, step } });
  }
  const steps = history.steps();
  assert.ok(steps.length <= 10 && steps.length >= 4, steps.join(" "));
  assert.equal(steps[0], 0);
  assert.equal(steps.at(-1), 100);
  history.cut(50);
  assert.ok(history.steps().every((step) => step <= 50));
  assert.ok((history.find(30)?.adam.step ?? 99) <= 30);
});

test("a saved run comes back number by number, with its Adam state", () => {
  const state = createState(shape, 2, 1);
  state.adam.step = 17;
  state.adam.m.get("embedding")?.fill(0.25);
  const vocabulary = ["\n", "<unknown>", ..."春夏秋冬abcd"];
  const plan = { ...createPlan(), cell: shape.cell, layers: 2 };
  const run = { plan, shape, vocabulary, state, engine: "wasm" as const };
  const back = readRun(writeRun(run));
  assert.deepEqual(back.state.parameters, state.parameters);
  assert.deepEqual(back.state.adam, state.adam);
  assert.deepEqual([back.plan, back.shape, back.vocabulary], [plan, shape, vocabulary]);
  assert.equal(back.engine, "wasm");
});

test("a damaged model file is refused with its fault", () => {
  const state = createState(shape, 2, 1);
  const vocabulary = Array.from({ length: 10 }, (_, i) => String(i));
  const file = writeRun({ plan: createPlan(), shape, vocabulary, state, engine: "webgl" });
  assert.throws(() => readRun("not json"), /invalid JSON/);
  assert.throws(() => readRun("{}"), /unknown format/);
  assert.throws(() => readRun(file.replace('"hidden":8', '"hidden":16')), /invalid weights of/);
  assert.throws(() => readRun(file.replace('"vocabulary":10', '"vocabulary":11')), /vocabulary/);
});

test("the memory guard lets the usual plan pass and stops the largest on a large vocabulary", () => {
  const plan = createPlan();
  assert.ok(estimateBytes(shapeNetwork(plan, 3000), plan) < MOST_BYTES);
  const large = { ...plan, units: settings.units.max, batch: 64, length: 128 };
  assert.ok(estimateBytes(shapeNetwork(large, 4000), large) > MOST_BYTES);
});

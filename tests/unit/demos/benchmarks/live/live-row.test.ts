import assert from "node:assert/strict";
import { test } from "node:test";
import type { LivePoint } from "../../../../../demos/benchmarks/live/live-event.ts";
import {
  type LiveRow,
  nameMachine,
  toCollection,
} from "../../../../../demos/benchmarks/live/live-row.ts";
import { createPlan } from "../../../../../demos/benchmarks/live/plan.ts";
import { readPlan, writePlan } from "../../../../../demos/benchmarks/live/plan-codec.ts";
import { summarisePoints } from "../../../../../demos/benchmarks/live/summary.ts";

const point: LivePoint = {
  contestant: "hnsw",
  parameters: "M=16 efConstruction=100 ef=40",
  batch: false,
  recall: 0.99,
  qps: 20_000,
  buildSeconds: 1.5,
  indexKb: 3000,
  engine: { kind: "javascript" },
};
const row: LiveRow = { ...point, plan: createPlan(), date: "2026-11-24" };

test("a live row becomes a published row with its run, data set and algorithm", () => {
  const { rows, runs, datasets, algorithms } = toCollection([row, { ...row, recall: 1 }]);
  assert.equal(rows.length, 2);
  assert.deepEqual([runs.length, datasets.length, algorithms.length], [1, 1, 1]);
  const [first] = rows;
  assert.equal(first?.run, runs[0]?.id);
  assert.equal(first?.dataset, datasets[0]?.id);
  assert.equal(first?.algorithm, algorithms[0]?.id);
  assert.deepEqual([first?.recall, first?.qps, first?.buildSeconds], [0.99, 20_000, 1.5]);
  assert.equal(first?.k, 10);
  assert.ok(Number.isNaN(first?.p99Ms));
});

test("each engine is a machine of its own, named in both languages", () => {
  const gpu = { kind: "webgpu", adapter: "apple m3", software: false } as const;
  const { runs } = toCollection([row, { ...row, engine: gpu }]);
  assert.deepEqual(
    runs.map(({ machine }) => machine),
    [
      { zh: "本机浏览器 · JavaScript", en: "this browser · JavaScript" },
      { zh: "本机浏览器 · WebGPU (apple m3)", en: "this browser · WebGPU (apple m3)" },
    ],
  );
  assert.match(nameMachine({ ...gpu, software: true }).en, /software/);
});

test("data drawn from another seed is another data set", () => {
  const other = { ...row, plan: { ...row.plan, seed: 2 } };
  assert.equal(toCollection([row, other]).datasets.length, 2);
});

test("the summary takes the fastest single-query setting with recall of at least 0.95", () => {
  const brute: LivePoint = { ...point, contestant: "brute-force", recall: 1, qps: 1000 };
  const summary = summarisePoints([
    brute,
    point,
    { ...point, recall: 0.94, qps: 50_000 },
    { ...point, batch: true, qps: 90_000 },
  ]);
  assert.equal(summary?.fastest, point);
  assert.equal(summary?.speedup, 20);
  assert.equal(summarisePoints([point])?.speedup, undefined);
  assert.equal(summarisePoints([{ ...point, recall: 0.5 }]), undefined);
});

test("settings survive the way through an address, and usual ones leave it empty", () => {
  assert.equal(writePlan(createPlan()), "");
  const plan = { ...createPlan(), n: 10_000, M: 24, seed: 7 };
  plan.contestants = ["brute-force", "hnsw"];
  assert.equal(writePlan(plan), "n=10000,M=24,seed=7,run=brute-force+hnsw");
  assert.deepEqual(readPlan(writePlan(plan)), plan);
});

test("unknown and impossible settings of an address are as usual", () => {
  assert.deepEqual(readPlan("n=9,d=1e9,seed=x,foo=1,run=magic,=,"), createPlan());
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { listDoublings } from "../../../../../demos/benchmarks/live/contestants.ts";
import { checkPlan, createPlan } from "../../../../../demos/benchmarks/live/plan.ts";

test("the plan shown first can run", () => {
  assert.deepEqual(checkPlan(createPlan()), []);
});

test("a plan without contestants has one fault", () => {
  assert.deepEqual(checkPlan({ ...createPlan(), contestants: [] }), [{ kind: "no-contestant" }]);
});

test("more lists than vectors is a fault only when the inverted file runs", () => {
  const plan = { ...createPlan(), n: 500, nlist: 512 };
  assert.deepEqual(checkPlan(plan), [{ kind: "nlist-above-n", value: 512, limit: 500 }]);
  assert.deepEqual(checkPlan({ ...plan, contestants: ["hnsw"] }), []);
});

test("an efConstruction below M is a fault only when HNSW runs", () => {
  const plan = { ...createPlan(), M: 48, efConstruction: 10 };
  assert.deepEqual(checkPlan(plan), [{ kind: "construction-below-M", value: 10, limit: 48 }]);
  assert.deepEqual(checkPlan({ ...plan, contestants: ["brute-force"] }), []);
});

test("an empty, broken or negative seed is out of range", () => {
  for (const seed of [Number.NaN, 1.5, -1, 2 ** 32]) {
    const [fault] = checkPlan({ ...createPlan(), seed });
    assert.ok(fault?.kind === "out-of-range" && fault.name === "seed");
  }
});

test("doublings start at the first value and end at the last", () => {
  assert.deepEqual(listDoublings(1, 8), [1, 2, 4, 8]);
  assert.deepEqual(listDoublings(10, 64), [10, 20, 40, 64]);
  assert.deepEqual(listDoublings(5, 5), [5]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { GpuReport } from "../../../../../demos/benchmarks/live/live-event.ts";
import { checkPlan, createPlan } from "../../../../../demos/benchmarks/live/plan.ts";
import {
  describeEngines,
  describePlace,
  describeSummary,
  explainFault,
} from "../../../../../demos/benchmarks/live/sentences.ts";
import { languages } from "../../../../../src/site/languages.ts";

test("a seed that is no number gets one sentence with the range, in both languages", () => {
  const [fault] = checkPlan({ ...createPlan(), seed: Number.NaN });
  assert.ok(fault);
  assert.equal(explainFault(fault, "zh"), "“随机种子”应是 0 到 4,294,967,295 之间的整数。");
  assert.equal(
    explainFault(fault, "en"),
    "Random seed must be a whole number from 0 to 4,294,967,295.",
  );
});

test("too many lists for the vectors are told with both numbers", () => {
  const [fault] = checkPlan({ ...createPlan(), n: 500, nlist: 512 });
  assert.ok(fault);
  for (const lang of languages) assert.match(explainFault(fault, lang), /512.*500/);
});

test("progress names the algorithm, its parameters, the stage and the share", () => {
  const place = { stage: "search", contestant: "hnsw", parameters: "ef=40" } as const;
  assert.equal(describePlace(place, 0.4, "zh"), "HNSW · ef=40 · 查询 40%");
  assert.equal(describePlace({ stage: "truth" }, 1, "en"), "finding the exact neighbours 100%");
});

test("the engine line says why there is no GPU", () => {
  const report: GpuReport = { state: "refused", why: "no-adapter", detail: "" };
  assert.match(describeEngines(1.234, report, "zh"), /1\.23 s.*WebGPU：浏览器没有给出可用的显卡。/);
  assert.match(describeEngines(1, undefined, "en"), /WebGPU: not chosen, not used\./);
});

test("the engine line warns that an emulated GPU says nothing of a real one", () => {
  const report: GpuReport = { state: "used", adapter: "swiftshader", software: true, error: 1e-7 };
  assert.match(describeEngines(1, report, "en"), /64 queries agreed.*1e-7.*emulated on the CPU/);
  assert.doesNotMatch(describeEngines(1, { ...report, software: false }, "zh"), /模拟/);
});

test("without a good setting the summary says so", () => {
  assert.equal(describeSummary(undefined, "zh"), "没有设置达到召回率 0.95。");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  findMetric,
  getMetric,
  listPresent,
  metrics,
} from "../../../../demos/benchmarks/metrics.ts";
import { figureNames } from "../../../../demos/benchmarks/row.ts";
import { sampleRow } from "./sample.ts";

test("every figure is a metric, and ids are unique", () => {
  const ids = metrics.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(
    figureNames.filter((name) => !findMetric(name)),
    [],
  );
});

test("recalls and speed are better high, everything else is better low", () => {
  const high = metrics.filter(({ better }) => better === "high").map(({ id }) => id);
  assert.deepEqual(high, [
    "recall",
    "epsilonRecall",
    "largeEpsilonRecall",
    "qps",
    "averagePrecision",
  ]);
});

test("time per query and size per speed are derived", () => {
  const row = sampleRow({}, { qps: 250, indexKb: 5000 });
  assert.equal(getMetric("inverseQpsMs").read(row), 4);
  assert.equal(getMetric("indexPerQps").read(row), 20);
  assert.ok(Number.isNaN(getMetric("indexPerQps").read(sampleRow({}, { qps: 250 }))));
});

test("the first scale of a metric is one it offers", () => {
  for (const { id, scale, scales } of metrics) assert.ok(scales.includes(scale), id);
});

test("only metrics that some row holds are offered", () => {
  const rows = [sampleRow({}, { recall: 0.9 }), sampleRow({}, { qps: 3 })];
  assert.deepEqual(
    listPresent(rows).map(({ id }) => id),
    ["recall", "qps", "inverseQpsMs"],
  );
});

test("an unknown name is no metric", () => {
  assert.equal(findMetric("speed"), undefined);
});

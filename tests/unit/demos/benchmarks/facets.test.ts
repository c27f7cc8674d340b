import assert from "node:assert/strict";
import { test } from "node:test";
import { listNeeded, splitFacets } from "../../../../demos/benchmarks/facets.ts";
import { createDefaultView } from "../../../../demos/benchmarks/view-state.ts";
import { sampleMeta, sampleRow } from "./sample.ts";

const rows = [
  sampleRow({}, {}),
  sampleRow({ run: "r22", querySet: "lid-hard" }, {}),
  sampleRow({ dataset: "sift" }, {}),
];
const meta = sampleMeta(rows);

test("rows are split by machine, data set or queries, and titled in the reader's language", () => {
  const titles = (mode: "machines" | "datasets" | "queries") =>
    splitFacets(rows, mode, meta, "zh").map(({ title, rows: own }) => [title, own.length]);
  assert.deepEqual(titles("queries"), [
    ["全部查询", 2],
    ["难（局部本征维度）", 1],
  ]);
  assert.deepEqual(
    titles("machines").map(([, count]) => count),
    [2, 1],
  );
  assert.deepEqual(
    splitFacets(rows, "datasets", meta, "en").map(({ key }) => key),
    ["glove", "sift"],
  );
  assert.equal(splitFacets(rows, "none", meta, "en").length, 1);
});

test("one chart needs its own data set, a chart per data set those of the same runs", () => {
  const view = createDefaultView("glove", meta);
  assert.deepEqual(listNeeded(view, meta), ["glove"]);
  const many = { ...view, facet: "datasets" as const };
  assert.deepEqual(listNeeded(many, meta), ["glove", "sift"]);
  const other = { ...many, filter: { ...view.filter, runs: ["r22"] } };
  assert.deepEqual(listNeeded(other, meta), ["glove"]);
});

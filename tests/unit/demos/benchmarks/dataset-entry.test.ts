import assert from "node:assert/strict";
import { test } from "node:test";
import { describeDataset } from "../../../../demos/benchmarks/dataset-entry.ts";
import type { Row } from "../../../../demos/benchmarks/row.ts";
import { sampleRow } from "./sample.ts";

function describe(rows: Row[]) {
  return describeDataset({ id: "glove", name: "glove", distance: "angular" }, rows, 321);
}

test("an entry lists what the rows of a data set hold", () => {
  const entry = describe([
    sampleRow({ k: 100, querySet: "lid-hard" }, {}),
    sampleRow({ querySet: "lid-easy", algorithm: "tree-b" }, {}),
    sampleRow({ run: "r22", batch: true }, {}),
  ]);
  assert.equal(entry.rows, 3);
  assert.equal(entry.bytes, 321);
  assert.deepEqual(entry.ks, [10, 100]);
  assert.deepEqual(entry.runs, ["r21", "r22"]);
  assert.deepEqual(entry.algorithms, ["graph-a", "tree-b"]);
  assert.deepEqual(entry.querySets, ["", "lid-easy", "lid-hard"]);
  assert.equal(entry.hasBatch, true);
});

test("the run with the most algorithms comes first, at the k nearest to 10", () => {
  const { first } = describe([
    sampleRow({ run: "r22", k: 10 }, {}),
    sampleRow({ run: "r22", k: 10 }, {}),
    sampleRow({ run: "r22", k: 10 }, {}),
    sampleRow({ k: 100 }, {}),
    sampleRow({ k: 20, algorithm: "tree-b", querySet: "lid-hard" }, {}),
    sampleRow({ k: 20, algorithm: "tree-b", querySet: "lid-easy" }, {}),
  ]);
  assert.deepEqual(first, { run: "r21", k: 20, querySet: "lid-easy", batch: false });
});

test("a data set that was only measured in batches opens with them", () => {
  assert.equal(describe([sampleRow({ batch: true }, {})]).first.batch, true);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { groupSeries, nameRow } from "../../../../demos/benchmarks/series.ts";
import { sampleRow } from "./sample.ts";

test("a line joins one algorithm under one set of conditions", () => {
  const rows = [
    sampleRow({ parameters: "a" }, {}),
    sampleRow({ algorithm: "tree-b" }, {}),
    sampleRow({ parameters: "b" }, {}),
    sampleRow({ k: 100 }, {}),
    sampleRow({ batch: true }, {}),
    sampleRow({ querySet: "lid-easy" }, {}),
    sampleRow({ run: "r22" }, {}),
    sampleRow({ dataset: "sift" }, {}),
  ];
  const series = groupSeries(rows);
  assert.deepEqual(
    series.map((own) => own.rows.length),
    [2, 1, 1, 1, 1, 1, 1],
  );
  assert.equal(new Set(series.map(({ key }) => key)).size, 7);
});

test("the short name of a row is stable and tells settings apart", () => {
  const row = sampleRow({}, { recall: 0.9, qps: 100 });
  assert.equal(nameRow(row), nameRow({ ...row }));
  assert.match(nameRow(row), /^[0-9a-z]{1,7}$/);
  assert.notEqual(nameRow(row), nameRow({ ...row, qps: 101 }));
  assert.notEqual(nameRow(row), nameRow({ ...row, parameters: "M=9" }));
});

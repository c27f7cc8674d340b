import assert from "node:assert/strict";
import { test } from "node:test";
import { formatRows, readRows } from "../../../../demos/benchmarks/row-table.ts";
import { sampleRow } from "./sample.ts";

const rows = [
  sampleRow({ parameters: "M=8, ef=10" }, { recall: 0.9, qps: 100 }),
  sampleRow({ batch: true, querySet: "lid-easy", k: 0 }, { qps: 3.5 }),
];

test("rows are written with the columns they need, and read back the same", () => {
  const text = formatRows(rows);
  assert.equal(text.split("\n")[0], "dataset,run,algorithm,parameters,k,batch,querySet,recall,qps");
  assert.deepEqual(readRows(text, "glove.csv"), rows);
});

test("faults name file, line and column", () => {
  const head = "dataset,run,algorithm,parameters,k,batch,querySet,recall\n";
  const read = (text: string) => () => readRows(text, "rows/x.csv");
  assert.throws(
    read(`${head}a,b,c,d,10,0,,high\n`),
    /invalid number: high \(rows\/x.csv:2, column 8\)/,
  );
  assert.throws(read(`${head}a,b,c\n`), /invalid number of cells \(rows\/x.csv:2, column 3\)/);
  assert.throws(
    read(head.replace("recall", "speed")),
    /unknown column: speed \(rows\/x.csv:1, column 8\)/,
  );
  assert.throws(read(head.replace("dataset,", "set,")), /missing column: dataset/);
  assert.throws(read(`${head}"a,b\n`), /unclosed quote \(rows\/x.csv:2, column 1\)/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { exportRows } from "../../../../demos/benchmarks/export-rows.ts";
import { sampleMeta, sampleRow } from "./sample.ts";

test("every exported row carries machine, date, source and licence", () => {
  const rows = [
    sampleRow({ parameters: "M=8, ef=10" }, { recall: 0.9, qps: 100 }),
    sampleRow({ k: 0, run: "own" }, { recall: 0.95 }),
  ];
  assert.equal(
    exportRows(rows, sampleMeta([])),
    [
      "dataset,k,algorithm,parameters,batch,queries,recall,qps,run,machine,date,source,licence",
      'glove-100-angular,10,GRAPH-A,"M=8, ef=10",0,,0.9,100,r21,machine of r21,2021,"owner/repository, file, commit",MIT',
      "glove-100-angular,,GRAPH-A,M=8,0,,0.95,,own,,,,",
      "",
    ].join("\n"),
  );
});

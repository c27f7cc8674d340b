import assert from "node:assert/strict";
import { test } from "node:test";
import { exportRows } from "../../../../demos/benchmarks/export-rows.ts";
import { importRows } from "../../../../demos/benchmarks/import-rows.ts";
import { sampleMeta, sampleRow } from "./sample.ts";

const meta = sampleMeta([]);
const options = { run: "own", dataset: "glove", meta };

function readSentence(text: string): { zh: string; en: string } {
  const result = importRows(text, options);
  assert.ok("error" in result, "the file was accepted");
  return result.error;
}

test("all columns of an ann-benchmarks export are read", () => {
  const header =
    "algorithm,parameters,count,k-nn,epsilon,largeepsilon,rel,qps,p50,p95,p99,p999,distcomps,build,candidates,indexsize,queriessize,dataset";
  const result = importRows(
    `${header}\r\nnew,"New(M=4, ef=8)",10,0.9,0.95,1.0,inf,1200.5,0.8,1.1,1.5,2,300,12.5,10,4096,3.41,glove-100-angular\r\n`,
    options,
  );
  assert.ok(!("error" in result));
  const [row] = result.rows;
  assert.deepEqual(
    row,
    sampleRow(
      { run: "own", algorithm: "new", parameters: "New(M=4, ef=8)" },
      {
        recall: 0.9,
        epsilonRecall: 0.95,
        largeEpsilonRecall: 1,
        qps: 1200.5,
        p50Ms: 0.8,
        p95Ms: 1.1,
        p99Ms: 1.5,
        p999Ms: 2,
        distanceComputations: 300,
        buildSeconds: 12.5,
        candidates: 10,
        indexKb: 4096,
      },
    ),
  );
  assert.deepEqual(
    result.algorithms.map(({ id, family }) => [id, family]),
    [["new", "other"]],
  );
  assert.deepEqual(result.datasets, []);
});

test("three columns are enough, in any order; the rest falls back", () => {
  const result = importRows("qps,k-nn,algorithm\n10,0.5,TREE-B\n", options);
  assert.ok(!("error" in result));
  const expected = sampleRow(
    { run: "own", algorithm: "tree-b", parameters: "", k: 0 },
    { recall: 0.5, qps: 10 },
  );
  assert.deepEqual(result.rows, [expected]);
  assert.deepEqual(result.algorithms, []);
});

test("an unknown data set is taken up with the distance its name ends in", () => {
  const result = importRows("algorithm,k-nn,qps,dataset\na,0.5,10,mine-32-euclidean\n", options);
  assert.ok(!("error" in result));
  assert.deepEqual(result.datasets, [
    { id: "mine-32-euclidean", name: "mine-32-euclidean", distance: "euclidean" },
  ]);
});

test("what is exported reads back with the same figures", () => {
  const rows = [
    sampleRow(
      { parameters: 'M=8, "fast"', batch: true },
      { recall: 0.91, qps: 812.5, indexKb: -3 },
    ),
    sampleRow({ algorithm: "tree-b", querySet: "lid-easy" }, { recall: 0.5, qps: 90, p99Ms: 4 }),
  ];
  const result = importRows(exportRows(rows, meta), options);
  assert.ok(!("error" in result));
  assert.deepEqual(
    result.rows,
    rows.map((row) => ({ ...row, run: "own" })),
  );
});

test("a missing column is named, in both languages", () => {
  assert.deepEqual(readSentence("algorithm,qps\na,1\n"), {
    zh: "第 1 行第 2 列：缺少 k-nn 列。",
    en: "Missing column k-nn (line 1, column 2).",
  });
});

test("a text where a number belongs is shown with line and column", () => {
  const { zh, en } = readSentence("algorithm,k-nn,qps\na,0.5,10\nb,0.6,fast\n");
  assert.equal(zh, "第 3 行第 3 列：qps 列的“fast”不是合适的数。");
  assert.equal(en, "Invalid qps: “fast” is no fitting number (line 3, column 3).");
});

test("a recall in percent and a negative speed are refused", () => {
  assert.match(readSentence("algorithm,k-nn,qps\na,91,10\n").en, /91 is not between 0 and 1/);
  assert.match(
    readSentence("algorithm,k-nn,qps\na,0.9,-10\n").zh,
    /^第 2 行第 3 列：qps 列的 -10 是负数/,
  );
});

test("a short row says how many cells it has, at the line it is on", () => {
  const text = 'algorithm,parameters,k-nn,qps\na,"two\nlines",0.5,10\nb,x,0.5\n';
  assert.equal(
    readSentence(text).en,
    "Invalid number of cells: 3, while the header has 4 (line 4, column 4).",
  );
});

test("quotes that do not pair, twin columns, an empty cell and empty files are refused", () => {
  assert.match(
    readSentence('algorithm,k-nn,qps\n"a,0.5,10\n').en,
    /never closed \(line 2, column 1\)/,
  );
  assert.match(readSentence("algorithm,k-nn,recall,qps\na,1,1,1\n").en, /Duplicate column recall/);
  assert.match(readSentence("algorithm,k-nn,qps\n,0.5,10\n").en, /Missing algorithm: the cell/);
  assert.match(readSentence("algorithm,count,k-nn,qps\na,ten,0.5,10\n").en, /Invalid count: “ten”/);
  assert.match(readSentence("").en, /the file is empty/);
  assert.match(readSentence("algorithm,k-nn,qps\n").en, /only a header/);
});

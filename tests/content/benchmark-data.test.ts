import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeRows, encodeRows } from "../../demos/benchmarks/codec.ts";
import { rankFastest } from "../../demos/benchmarks/fastest-at.ts";
import type { Row } from "../../demos/benchmarks/row.ts";
import { readBenchmarks } from "../../src/site/benchmarks.ts";
import { readReferences } from "../../src/site/references.ts";

const benchmarks = readBenchmarks(process.cwd());
const rows = benchmarks.datasets.flatMap(({ id }) => benchmarks.rowsOf(id));
const runs = new Map(benchmarks.runs.map((run) => [run.id, run]));

// Rows of the published files, as their list of sources counts them.
const published = {
  "annb-2016": 544,
  "annb-2017": 466,
  "milvus-2020": 4764,
  "difficulty-2021": 13419,
  "annb-2021": 3267,
  "hora-2021": 129,
  "annbench-2021": 126,
  "vektonn-2022": 468,
  "bigann-2021": 474,
  "bigann-2023": 401,
  "bigann-2024": 367,
  vectordbbench: 496,
  "weaviate-2025": 448,
  "elastiknn-2024": 3,
  "n2-2020": 24,
};

function countBy(read: (row: Row) => string): Record<string, number> {
  const groups = Map.groupBy(rows, read);
  return Object.fromEntries([...groups].map(([key, own]) => [key, own.length]));
}

test("every campaign has as many rows as were published, 25,396 in all", () => {
  assert.deepEqual(
    countBy(({ run }) => runs.get(run)?.campaign ?? "unknown"),
    published,
  );
  assert.equal(rows.length, 25396);
});

test("the four machines of 2020 and the six difficulty sets have their own counts", () => {
  const byRun = countBy(({ run }) => run);
  assert.equal(byRun["milvus-2020-ali"], 1267);
  assert.equal(byRun["milvus-2020-aws"], 1161);
  assert.equal(byRun["milvus-2020-azure"], 1267);
  assert.equal(byRun["milvus-2020-local"], 1069);
  const difficulty = rows.filter(({ run }) => run === "difficulty-2021");
  const bySet = Map.groupBy(difficulty, ({ dataset }) => dataset);
  assert.equal(bySet.size, 6);
  assert.equal(bySet.get("difficulty-glove")?.length, 2398);
  assert.equal(bySet.get("difficulty-sift")?.length, 2042);
});

test("every row names a data set, an algorithm and a run that are described", () => {
  const datasets = new Set(benchmarks.datasets.map(({ id }) => id));
  const algorithms = new Set(benchmarks.algorithms.map(({ id }) => id));
  const strays = rows.filter(
    ({ dataset, algorithm, run }) =>
      !datasets.has(dataset) || !algorithms.has(algorithm) || !runs.has(run),
  );
  assert.deepEqual(strays, []);
});

test("every run has source, licence, date and machine, and its source is in the bibliography", () => {
  const path = "content/references.bib";
  const { references } = readReferences(path, path);
  for (const { id, source, licence, date, machine, origin } of benchmarks.runs) {
    assert.ok(references.has(source), `${id}: unknown reference ${source}`);
    assert.match(licence, /^(MIT|Apache-2\.0|BSD-3-Clause)$/, id);
    assert.match(date, /^20\d\d/, id);
    assert.ok(machine.zh && machine.en && origin, id);
  }
});

test("no description is left without rows", () => {
  for (const [name, ids] of [
    ["run", benchmarks.runs],
    ["algorithm", benchmarks.algorithms],
    ["dataset", benchmarks.datasets],
  ] as const) {
    const used = new Set(rows.map((row) => row[name]));
    assert.deepEqual(
      ids.map(({ id }) => id).filter((id) => !used.has(id)),
      [],
      name,
    );
  }
});

test("ids of runs, data sets and algorithms are unique", () => {
  for (const list of [benchmarks.runs, benchmarks.datasets, benchmarks.algorithms]) {
    assert.equal(new Set(list.map(({ id }) => id)).size, list.length);
  }
});

test("every row has a quality and, outside the streaming track, a speed above zero", () => {
  const faults = rows.filter(
    ({ recall, averagePrecision, qps, dataset }) =>
      (Number.isNaN(recall) && Number.isNaN(averagePrecision)) ||
      (dataset !== "msturing-30m-clustered" && !(qps > 0)),
  );
  assert.deepEqual(faults, []);
  assert.equal(rows.filter(({ qps }) => Number.isNaN(qps)).length, 25);
});

test("shares lie between 0 and 1 and other figures in their ranges", () => {
  const isShare = (value: number): boolean => Number.isNaN(value) || (value >= 0 && value <= 1);
  const isPositive = (value: number): boolean => Number.isNaN(value) || value > 0;
  const faults = rows.filter(
    (row) =>
      ![row.recall, row.epsilonRecall, row.largeEpsilonRecall, row.averagePrecision].every(
        isShare,
      ) ||
      ![row.qps, row.buildSeconds, row.distanceComputations, row.meanMs, row.p99Ms].every(
        isPositive,
      ) ||
      row.relativeError < 0.99 ||
      !Number.isInteger(row.k) ||
      row.k < 0 ||
      row.k > 100 ||
      row.parameters === undefined,
  );
  assert.deepEqual(faults, []);
});

test("negative index sizes are kept as published", () => {
  const negative = rows.filter(({ indexKb }) => indexKb < 0);
  assert.equal(negative.filter(({ run }) => run === "annb-2021").length, 222);
});

test("the fastest settings at recall 0.9 on glove-100 in 2021 are the published ones", () => {
  const own = benchmarks
    .rowsOf("glove-100-angular")
    .filter(({ run, k, batch }) => run === "annb-2021" && k === 10 && !batch);
  const fastest = new Map(
    rankFastest(own, 0.9).map(({ series, measured }) => [series.algorithm, measured?.qps ?? 0]),
  );
  const round = (id: string): number =>
    Number((fastest.get(id) ?? 0).toFixed(id.startsWith("brute") ? 1 : 0));
  assert.equal(round("ngt-onng"), 1877);
  assert.equal(round("hnsw-nmslib"), 1510);
  assert.equal(round("kgraph"), 605);
  assert.equal(round("hnsw-faiss"), 568);
  assert.equal(round("faiss-ivf"), 478);
  assert.equal(round("annoy"), 118);
  assert.equal(round("bruteforce-blas"), 1.4);
});

test("the counts of glove-100 and fashion-mnist are the published ones", () => {
  const glove = benchmarks.rowsOf("glove-100-angular");
  const vektonn = glove.filter(({ run }) => run === "vektonn-2022");
  assert.equal(vektonn.filter(({ batch }) => !batch).length, 90);
  assert.equal(vektonn.filter(({ batch }) => batch).length, 66);
  const fashion = benchmarks.rowsOf("fashion-mnist-784-euclidean");
  const machines = fashion.filter(({ run }) => run.startsWith("milvus-2020-"));
  assert.equal(machines.length, 900);
  assert.equal(new Set(machines.map(({ run }) => run)).size, 4);
  assert.equal(fashion.length, 900 + 129 + 3);
});

test("every data set survives the encoding of the page unchanged, in at most 60 kB", () => {
  for (const { id, bytes } of benchmarks.datasets) {
    const own = benchmarks.rowsOf(id);
    assert.deepEqual(decodeRows(encodeRows(id, own)), own, id);
    assert.ok(bytes <= 60_000, `${id}: ${bytes}`);
  }
});

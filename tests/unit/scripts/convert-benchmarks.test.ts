import assert from "node:assert/strict";
import { test } from "node:test";
import { annBenchmarksFiles } from "../../../scripts/benchmarks/ann-benchmarks-files.ts";
import { otherFiles } from "../../../scripts/benchmarks/other-files.ts";
import { readNumber, readPositive } from "../../../scripts/benchmarks/published-row.ts";
import { vectordbbenchFiles } from "../../../scripts/benchmarks/vectordbbench-file.ts";

function read(file: string, cells: Record<string, string>) {
  const files = { ...annBenchmarksFiles, ...otherFiles, ...vectordbbenchFiles };
  const convert = files[file];
  assert.ok(convert, `no converter for ${file}`);
  return convert(cells);
}

test("empty cells and nan are missing, zero is missing only where it stands for that", () => {
  assert.ok(Number.isNaN(readNumber({ a: "" }, "a")));
  assert.ok(Number.isNaN(readNumber({ a: "nan" }, "a")));
  assert.equal(readNumber({ a: "0" }, "a"), 0);
  assert.ok(Number.isNaN(readPositive({ a: "0" }, "a")));
  assert.ok(Number.isNaN(readPositive({ a: "-1" }, "a")));
  assert.throws(() => readNumber({ a: "fast" }, "a"), /invalid number: fast/);
  assert.throws(() => readNumber({}, "a"), /missing column: a/);
});

test("index and query parameters of annbench become one label", () => {
  const row = read("annbench-leaderboard-2021.csv", {
    dataset: "sift1m",
    k: "1",
    algorithm: "ivfpq(M=8, nlist=1000, quantizer=flat)",
    query_parameter: "nprobe=4",
    recall_at_1: "0.5",
    qps: "100",
  });
  assert.equal(row.algorithm, "ivfpq");
  assert.equal(row.parameters, "M=8, nlist=1000, quantizer=flat, nprobe=4");
  assert.equal(row.batch, true);
});

test("range search has no k and no recall, and latency is turned into milliseconds", () => {
  const row = read("bigann-2021-2024.csv", {
    event: "neurips21",
    track: "T2 SSD",
    hardware: "Azure L8s_v2",
    queries: "",
    dataset: "ssnpp-1B",
    k: "96237",
    algorithm: "bbann",
    parameters: "BBANN",
    recall_or_ap: "0.88",
    qps: "1462",
    build_s: "",
    index_kb: "-1",
    mean_ssd_ios: "0",
    mean_latency: "2363.41",
  });
  assert.equal(row.run, "bigann-2021-l8s");
  assert.equal(row.k, 0);
  assert.equal(row.figures.recall, undefined);
  assert.equal(row.figures.averagePrecision, 0.88);
  assert.equal(row.figures.meanMs, 2.36341);
  assert.ok(Number.isNaN(row.figures.indexKb));
  assert.ok(Number.isNaN(row.figures.ssdReads));
});

test("a case of VectorDBBench is a data set and a filter, its label a machine and a setting", () => {
  const cells = {
    run_date: "20250318",
    db: "ElasticCloud",
    db_label: "8c60g-force_merge",
    version: "8.17",
    case_detail: "",
    k: "100",
    index_parameters: "{}",
    recall: "0.9",
    qps: "10",
    p99_ms: "5",
    load_s: "0",
  };
  const file = "vectordbbench-2023-2026.csv";
  const plain = read(file, { ...cells, case: "Performance768D10M" });
  assert.equal(plain.run, "vdbb-20250318-8c60g");
  assert.equal(plain.parameters, "8.17 force_merge {}");
  assert.deepEqual([plain.dataset, plain.querySet], ["Cohere 768D 10M", ""]);
  assert.ok(Number.isNaN(plain.figures.buildSeconds));
  const filtered = read(file, { ...cells, case: "Performance1536D500K99P" });
  assert.deepEqual([filtered.dataset, filtered.querySet], ["OpenAI 1536D 500K", "int-0.99"]);
  const detail = '{"dataset_with_size_type":"Medium Cohere (768dim, 1M)","label_percentage":0.001}';
  const label = read(file, { ...cells, case: "LabelFilterPerformanceCase", case_detail: detail });
  assert.deepEqual([label.dataset, label.querySet], ["Cohere 768D 1M", "label-0.001"]);
});

test("difficulty sets are named by measure and level", () => {
  const row = read("role-of-dimensionality-2021.csv", {
    dataset: "GLOVE",
    k: "10",
    queryset_measure: "lid",
    queryset: "hard",
    algorithm: "HNSW",
    parameters: "ef: 10",
    recall: "0.5",
    recall_eps001: "0.6",
    recall_eps01: "0.7",
    rel_error: "1.1",
    qps: "100",
    build_s: "3",
    index_kb: "5",
    dist_comps: "0",
  });
  assert.equal(row.querySet, "lid-hard");
  assert.ok(Number.isNaN(row.figures.distanceComputations));
});

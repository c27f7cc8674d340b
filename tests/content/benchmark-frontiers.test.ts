import assert from "node:assert/strict";
import { test } from "node:test";
import { findFrontier } from "../../demos/benchmarks/frontier.ts";
import { getMetric } from "../../demos/benchmarks/metrics.ts";
import type { Row } from "../../demos/benchmarks/row.ts";
import { groupSeries } from "../../demos/benchmarks/series.ts";
import { readBenchmarks } from "../../src/site/benchmarks.ts";

const benchmarks = readBenchmarks(process.cwd());

function drawCurve(rows: readonly Row[]): Row[] {
  return findFrontier(rows, getMetric("recall"), getMetric("qps"));
}

// Recalls along the curves that ann-benchmarks itself drew, fastest first: the pages of
// html/html-ali/ in erikbern/ann-benchmarks at a236f15afe119fa75ce3479a5e52634e447ac460.
const drawn = [
  {
    dataset: "fashion-mnist-784-euclidean",
    algorithm: "annoy",
    recalls: [
      0.9006, 0.90291, 0.91236, 0.91406, 0.95039, 0.9553, 0.9733, 0.97464, 0.9867, 0.98718, 0.98787,
      0.99536, 0.99798, 0.99906, 0.99932, 0.99981, 0.99988, 0.99992, 0.99995, 0.99999, 1,
    ],
  },
  {
    dataset: "fashion-mnist-784-euclidean",
    algorithm: "faiss-ivf",
    recalls: [
      0.62754, 0.69696, 0.93837, 0.96926, 0.98607, 0.99489, 0.9987, 0.9996, 0.99984, 0.99994,
      0.99998, 0.99999, 1,
    ],
  },
  {
    dataset: "fashion-mnist-784-euclidean",
    algorithm: "milvus-ivf",
    recalls: [0.48351, 0.89357, 0.96928, 0.99827, 0.99964, 0.99984, 0.99993, 0.99998, 1],
  },
  {
    dataset: "sift-256-hamming",
    algorithm: "annoy",
    recalls: [
      0.3527, 0.5235, 0.5273, 0.5275, 0.7329, 0.8964, 0.9401, 0.9513, 0.98, 0.9916, 0.9939, 0.9986,
      0.9987, 0.9996, 1,
    ],
  },
  {
    dataset: "sift-256-hamming",
    algorithm: "faiss-ivf",
    recalls: [
      0.4918, 0.5718, 0.6136, 0.8422, 0.8853, 0.9082, 0.943, 0.965, 0.991, 0.9952, 0.998, 0.9991,
      0.9998, 0.9999, 1,
    ],
  },
];

test("from all settings of 2020 the rule draws the curves that ann-benchmarks drew", () => {
  for (const { dataset, algorithm, recalls } of drawn) {
    const own = benchmarks
      .rowsOf(dataset)
      .filter((row) => row.run === "milvus-2020-ali" && row.algorithm === algorithm);
    assert.ok(own.length > recalls.length, "settings off the curve are there too");
    assert.deepEqual(
      drawCurve(own).map(({ recall }) => recall),
      recalls,
      `${algorithm} on ${dataset}`,
    );
  }
});

test("curves that were published as frontiers in 2017 are their own frontiers", () => {
  for (const id of ["glove-2017", "sift-2017", "mnist-2017", "nytimes-256-2017"]) {
    for (const { key, rows } of groupSeries(benchmarks.rowsOf(id))) {
      assert.equal(drawCurve(rows).length, rows.length, key);
    }
  }
});

test("of 59 and 54 settings on glove-100 in 2021, 43 and 22 lie on the frontier", () => {
  const own = benchmarks
    .rowsOf("glove-100-angular")
    .filter(({ run, k, batch }) => run === "annb-2021" && k === 10 && !batch);
  const counts = new Map(
    groupSeries(own).map(({ algorithm, rows }) => [
      algorithm,
      [rows.length, drawCurve(rows).length],
    ]),
  );
  assert.deepEqual(counts.get("hnsw-nmslib"), [59, 43]);
  assert.deepEqual(counts.get("faiss-ivf"), [54, 22]);
});

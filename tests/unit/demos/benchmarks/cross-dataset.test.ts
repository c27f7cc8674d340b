import assert from "node:assert/strict";
import { test } from "node:test";
import { averageScores, scoreRows } from "../../../../demos/benchmarks/cross-dataset.ts";
import { sampleRow } from "./sample.ts";

const pair = [
  sampleRow({}, { recall: 0.75, qps: 100 }),
  sampleRow({}, { recall: 1, qps: 10 }),
  sampleRow({ algorithm: "tree-b" }, { recall: 0.75, qps: 50 }),
];

test("a score is the mean share of the fastest over the recall targets", () => {
  // 0.5–0.75: 100 against 50. 0.75–1: 10 against nothing.
  const scores = Object.fromEntries(
    scoreRows(pair).map(({ algorithm, score }) => [algorithm, score]),
  );
  assert.deepEqual(scores, { "graph-a": 1, "tree-b": 0.25 });
});

test("targets end at the highest recall that anyone reached", () => {
  const rows = [
    sampleRow({}, { recall: 0.6, qps: 100 }),
    sampleRow({ algorithm: "tree-b" }, { recall: 0.7, qps: 25 }),
  ];
  // 0.5–0.6: 100 against 25. 0.6–0.7: 25 alone. Width 0.2.
  const scores = Object.fromEntries(
    scoreRows(rows).map(({ algorithm, score }) => [algorithm, score]),
  );
  assert.deepEqual(scores, { "graph-a": 0.5, "tree-b": 0.625 });
});

test("only what was measured under the same conditions is compared", () => {
  const rows = [
    sampleRow({}, { recall: 0.9, qps: 100 }),
    sampleRow({ algorithm: "tree-b", run: "r22" }, { recall: 0.9, qps: 50 }),
    sampleRow({ algorithm: "tree-b", k: 100 }, { recall: 0.9, qps: 50 }),
    sampleRow({ algorithm: "tree-b", batch: true }, { recall: 0.9, qps: 50 }),
    sampleRow({ algorithm: "tree-b", querySet: "hard" }, { recall: 0.9, qps: 50 }),
    sampleRow({ algorithm: "tree-b", dataset: "sift" }, { recall: 0.9, qps: 50 }),
  ];
  assert.deepEqual(scoreRows(rows), []);
});

test("nobody above recall 0.5 means no scores", () => {
  const rows = [
    sampleRow({}, { recall: 0.4, qps: 100 }),
    sampleRow({ algorithm: "tree-b" }, { recall: 0.3, qps: 50 }),
  ];
  assert.deepEqual(scoreRows(rows), []);
});

test("the overall score is the mean within data sets, then over them", () => {
  const score = (dataset: string, k: number, value: number) => ({
    dataset,
    run: "r21",
    k,
    querySet: "",
    batch: false,
    algorithm: "graph-a",
    score: value,
    rivals: 2,
  });
  const [overall] = averageScores([
    score("glove", 10, 1),
    score("glove", 100, 0.5),
    score("sift", 10, 0.25),
  ]);
  assert.deepEqual(overall, {
    algorithm: "graph-a",
    score: 0.5,
    datasets: [
      { dataset: "glove", score: 0.75 },
      { dataset: "sift", score: 0.25 },
    ],
    comparisons: 3,
  });
});

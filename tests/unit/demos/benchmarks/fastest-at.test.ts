import assert from "node:assert/strict";
import { test } from "node:test";
import { rankFastest } from "../../../../demos/benchmarks/fastest-at.ts";
import { sampleRow } from "./sample.ts";

// Frontier of graph-a: 0.8 at 1000, 0.9 at 100; the last two rows lie below it.
const graph = [
  sampleRow({ parameters: "a" }, { recall: 0.8, qps: 1000 }),
  sampleRow({ parameters: "b" }, { recall: 0.9, qps: 100 }),
  sampleRow({ parameters: "c" }, { recall: 0.85, qps: 50 }),
  sampleRow({ parameters: "d" }, { recall: 0.7, qps: 900 }),
];
const tree = [
  sampleRow({ algorithm: "tree-b" }, { recall: 0.6, qps: 300 }),
  sampleRow({ algorithm: "tree-b" }, { recall: 0.99, qps: 30 }),
];

test("between two points the measured answer is the one above the target", () => {
  const [first] = rankFastest(graph, 0.85);
  assert.equal(first?.measured?.parameters, "b");
  assert.deepEqual(
    first?.between?.map(({ parameters }) => parameters),
    ["a", "b"],
  );
  // Half of the way in recall is half of the way in log qps: √(1000 · 100).
  assert.ok(Math.abs((first?.interpolated ?? 0) - 316.2278) < 1e-4);
});

test("on a point the two answers agree", () => {
  const [first] = rankFastest(graph, 0.9);
  assert.equal(first?.measured?.qps, 100);
  assert.equal(first?.interpolated, 100);
  assert.equal(first?.between, undefined);
});

test("below the lowest point of the frontier the answer is that point", () => {
  const [first] = rankFastest(graph, 0.1);
  assert.equal(first?.measured?.parameters, "a");
  assert.equal(first?.interpolated, 1000);
});

test("above the highest point there is no answer, only how far it came", () => {
  const [first] = rankFastest(graph, 0.95);
  assert.equal(first?.measured, undefined);
  assert.ok(Number.isNaN(first?.interpolated));
  assert.equal(first?.bestRecall, 0.9);
});

test("series are ranked by what was measured, those that fail come last", () => {
  const rank = (target: number): string[] =>
    rankFastest([...graph, ...tree], target).map(({ series }) => series.algorithm);
  assert.deepEqual(rank(0.85), ["graph-a", "tree-b"]);
  assert.deepEqual(rank(0.95), ["tree-b", "graph-a"]);
});

test("two machines are two series", () => {
  const rows = [
    sampleRow({}, { recall: 0.9, qps: 5 }),
    sampleRow({ run: "r22" }, { recall: 0.9, qps: 6 }),
  ];
  assert.deepEqual(
    rankFastest(rows, 0.5).map(({ series }) => series.run),
    ["r22", "r21"],
  );
});

test("rows without speed or recall give no answer", () => {
  const [first] = rankFastest([sampleRow({}, { recall: 0.9 })], 0.5);
  assert.equal(first?.measured, undefined);
});

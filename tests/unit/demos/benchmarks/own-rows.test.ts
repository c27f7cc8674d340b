import assert from "node:assert/strict";
import { test } from "node:test";
import { exportScores } from "../../../../demos/benchmarks/export-scores.ts";
import { indexMeta } from "../../../../demos/benchmarks/filters.ts";
import { extendIndex, readAddition } from "../../../../demos/benchmarks/own-rows.ts";
import { selectRows } from "../../../../demos/benchmarks/shown-rows.ts";
import { createDefaultView } from "../../../../demos/benchmarks/view-state.ts";
import { sampleMeta, sampleRow } from "./sample.ts";

const published = [sampleRow({}, { recall: 0.9, qps: 10 })];
const meta = sampleMeta(published);
const index = {
  runs: [...meta.runs.values()],
  datasets: [...meta.datasets.values()],
  algorithms: [...meta.algorithms.values()],
};
const text = "algorithm,k-nn,qps,count\nmine,0.9,20,100\n";

function add() {
  const machine = { zh: "你的机器", en: "your machine" };
  const addition = readAddition("mine.csv", text, { dataset: "glove", meta, machine });
  if ("error" in addition) throw new Error(addition.error.en);
  return addition;
}

test("a reader's rows stand under a run of their own that says whose machine it was", () => {
  const { rows, runs } = add();
  assert.equal(rows[0]?.run, runs[0]?.id);
  assert.equal(runs[0]?.machine.en, "your machine");
});

test("algorithms of the reader can be filtered like others and change no colour", () => {
  const extended = indexMeta(extendIndex(index, [add()]));
  const own = extended.datasets.get("glove")?.algorithms ?? [];
  assert.deepEqual(own, [...(meta.datasets.get("glove")?.algorithms ?? []), "mine"]);
});

test("what is chosen among published machines and k does not hide a reader's rows", () => {
  const addition = add();
  const extended = indexMeta(extendIndex(index, [addition]));
  const view = createDefaultView("glove", extended);
  assert.equal(selectRows(published, [addition], view, extended).length, 2);
  const elsewhere = createDefaultView("sift", extended);
  assert.equal(selectRows([], [addition], elsewhere, extended).length, 0);
});

test("scores are written with the data sets that they come from", () => {
  const scores = [
    {
      algorithm: "graph-a",
      score: 0.123456,
      comparisons: 4,
      datasets: [{ dataset: "glove", score: 0.1 }],
    },
  ];
  assert.equal(
    exportScores(scores, meta),
    "algorithm,score,comparisons,datasets\nGRAPH-A,0.1235,4,glove-100-angular\n",
  );
});

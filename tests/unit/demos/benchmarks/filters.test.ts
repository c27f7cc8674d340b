import assert from "node:assert/strict";
import { test } from "node:test";
import {
  applyFilter,
  createDefaultFilter,
  emptyFilter,
  type Filter,
  listDatasets,
} from "../../../../demos/benchmarks/filters.ts";
import { sampleMeta, sampleRow } from "./sample.ts";

const rows = [
  sampleRow({ parameters: "1" }, { recall: 0.9 }),
  sampleRow({ parameters: "2", algorithm: "tree-b" }, { recall: 0.5 }),
  sampleRow({ parameters: "3", run: "r22", k: 100 }, { recall: 0.7 }),
  sampleRow({ parameters: "4", batch: true }, { recall: 0.8 }),
  sampleRow({ parameters: "5", dataset: "sift", querySet: "lid-hard" }, { recall: 0.99 }),
  sampleRow({ parameters: "6" }, {}),
];
const meta = sampleMeta(rows);

function pick(filter: Partial<Filter>): string {
  return applyFilter(rows, { ...emptyFilter, ...filter }, meta)
    .map(({ parameters }) => parameters)
    .join("");
}

test("the empty filter keeps every row that is not a batch", () => {
  assert.equal(pick({}), "12356");
});

test("each part of a filter narrows on its own", () => {
  assert.equal(pick({ dataset: "glove" }), "1236");
  assert.equal(pick({ distance: "euclidean" }), "5");
  assert.equal(pick({ k: 100 }), "3");
  assert.equal(pick({ families: ["tree", "exact"] }), "2");
  assert.equal(pick({ algorithms: ["graph-a"] }), "1356");
  assert.equal(pick({ runs: ["r22"] }), "3");
  assert.equal(pick({ years: [2021] }), "1256");
  assert.equal(pick({ querySets: ["lid-hard"] }), "5");
  assert.equal(pick({ batch: "batch" }), "4");
  assert.equal(pick({ batch: "all" }), "123456");
});

test("a minimum recall also drops rows without recall", () => {
  assert.equal(pick({ minRecall: 0.7 }), "135");
});

test("parts of a filter add up", () => {
  assert.equal(pick({ dataset: "glove", k: 10, families: ["graph"], minRecall: 0.1 }), "1");
});

test("an algorithm that is not described counts as of another family", () => {
  const [row] = applyFilter(
    [sampleRow({ algorithm: "mine" }, {})],
    { ...emptyFilter, families: ["other"] },
    meta,
  );
  assert.equal(row?.algorithm, "mine");
});

test("a data set opens with one run, one k and one query set", () => {
  const glove = meta.datasets.get("glove");
  const sift = meta.datasets.get("sift");
  assert.ok(glove && sift);
  assert.deepEqual(createDefaultFilter(glove), {
    ...emptyFilter,
    dataset: "glove",
    k: 10,
    runs: ["r21"],
  });
  assert.deepEqual(createDefaultFilter(sift).querySets, ["lid-hard"]);
});

test("data sets are listed by rows, of one distance if asked", () => {
  const list = (distance?: string): string[] => listDatasets(meta, distance).map(({ id }) => id);
  assert.deepEqual(list(), ["glove", "sift"]);
  assert.deepEqual(list("euclidean"), ["sift"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyFilter } from "../../../../demos/benchmarks/filters.ts";
import { nameRow } from "../../../../demos/benchmarks/series.ts";
import {
  createDefaultView,
  findPinned,
  readView,
  type ViewState,
  writeView,
} from "../../../../demos/benchmarks/view-state.ts";
import { sampleMeta, sampleRow } from "./sample.ts";

const meta = sampleMeta([
  sampleRow({}, { recall: 0.9, qps: 10 }),
  sampleRow({ k: 100 }, { recall: 0.9, qps: 10 }),
  sampleRow({ run: "r22" }, { recall: 0.9, qps: 10 }),
  sampleRow({ dataset: "sift", querySet: "lid-easy" }, { recall: 0.8, qps: 4 }),
  sampleRow({ dataset: "sift", querySet: "lid-hard" }, { recall: 0.8, qps: 2 }),
]);

test("the default view of a data set needs only its name", () => {
  assert.equal(writeView(createDefaultView("glove", meta), meta).toString(), "data=glove");
});

test("an address without a query opens the default view without notes", () => {
  const { state, notes } = readView(new URLSearchParams(), meta, "sift");
  assert.deepEqual(state, createDefaultView("sift", meta));
  assert.deepEqual(notes, []);
});

test("every part of a view survives the way through an address", () => {
  const state: ViewState = {
    filter: {
      ...emptyFilter,
      dataset: "glove",
      distance: "angular",
      k: 100,
      families: ["graph", "tree"],
      algorithms: ["graph-a", "tree-b"],
      runs: ["r22", "r21"],
      years: [2021, 2022],
      batch: "all",
      minRecall: 0.85,
    },
    x: "epsilonRecall",
    y: "buildSeconds",
    xScale: "complement",
    yScale: "linear",
    points: "all",
    facet: "machines",
    panel: "fastest",
    highlight: "tree-b",
    pins: ["1a2b3c", "zz9"],
    target: 0.95,
  };
  const { state: back, notes } = readView(
    new URLSearchParams(writeView(state, meta).toString()),
    meta,
    "sift",
  );
  assert.deepEqual(back, state);
  assert.deepEqual(notes, []);
});

test("no restriction survives where the default has one", () => {
  const state = createDefaultView("sift", meta);
  state.filter = { ...state.filter, k: -1, runs: [], querySets: [] };
  const params = writeView(state, meta);
  assert.equal(params.toString(), "data=sift&k=any&run=any&queries=any");
  assert.deepEqual(readView(params, meta, "glove").state, state);
});

test("the usual scale of a metric is not written", () => {
  const state: ViewState = { ...createDefaultView("glove", meta), x: "qps", xScale: "log" };
  assert.equal(writeView(state, meta).toString(), "data=glove&x=qps");
  assert.equal(readView(new URLSearchParams("x=qps"), meta, "glove").state.xScale, "log");
});

test("every bad value falls back and is noted in both languages", () => {
  const bad =
    "data=nope&k=7&x=speed&ys=cubic&run=r99&run=r21&min=2&at=much&batch=some&mark=ghost&pin=%3Cb%3E";
  const { state, notes } = readView(new URLSearchParams(bad), meta, "glove");
  assert.deepEqual(state, createDefaultView("glove", meta));
  assert.equal(notes.length, 9);
  assert.deepEqual(notes[0], {
    zh: "网址里的 data=nope 无效，已换成默认值。",
    en: "Invalid data=nope in the address; the default is used instead.",
  });
});

test("an empty number is not zero", () => {
  const { state, notes } = readView(new URLSearchParams("at="), meta, "glove");
  assert.equal(state.target, 0.9);
  assert.equal(notes.length, 1);
});

test("pins find their rows and say which are lost", () => {
  const rows = [
    sampleRow({}, { recall: 0.9, qps: 10 }),
    sampleRow({ k: 100 }, { recall: 0.9, qps: 9 }),
  ];
  const pins = rows.map(nameRow).reverse();
  const found = findPinned([...pins, "gone"], rows, nameRow);
  assert.deepEqual(
    found.rows.map(({ k }) => k),
    [100, 10],
  );
  assert.deepEqual(found.lost, ["gone"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { createView, readView, writeView } from "../../../../demos/databases/view-state.ts";

const ids = ["redshift", "duckdb"];

test("the view that the page opens with has an empty address", () => {
  assert.equal(writeView(createView()).toString(), "");
  assert.deepEqual(readView(new URLSearchParams(), ids), { view: createView(), notes: [] });
});

test("a view comes back from its address as it was", () => {
  const view = createView();
  view.filter.text = "向量 & SQL";
  view.filter.chosen.languages = ["C++", "SQL"];
  view.filter.chosen.state = ["gone"];
  view.sort = "imports";
  view.isDescending = true;
  view.open = "duckdb";
  view.tab = "predict";
  const address = writeView(view).toString();
  assert.deepEqual(readView(new URLSearchParams(address), ids), { view, notes: [] });
});

test("what names nothing falls back to the default and the reader is told, in both languages", () => {
  const params = new URLSearchParams(
    "sort=price&state=gone&state=lost&open=access&order=sideways&sql=drop",
  );
  const { view, notes } = readView(params, ids);
  const wanted = createView();
  wanted.filter.chosen.state = ["gone"];
  assert.deepEqual(view, wanted);
  assert.equal(notes.length, 5);
  assert.ok(notes.every(({ zh, en }) => zh.includes("默认值") && en.includes("default")));
});

test("a search longer than the field is cut", () => {
  const { view } = readView(new URLSearchParams({ q: "x".repeat(500) }), ids);
  assert.equal(view.filter.text.length, 60);
});

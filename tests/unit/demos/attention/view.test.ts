import assert from "node:assert/strict";
import { test } from "node:test";
import { createSheet } from "../../../../demos/attention/sheet.ts";
import { openStoredRun, storeRun } from "../../../../demos/attention/stored-run.ts";
import { runTransformer } from "../../../../demos/attention/transformer.ts";
import {
  defaultView,
  readView,
  type View,
  writeView,
} from "../../../../demos/attention/view-state.ts";
import { createSample, findGap } from "./sample.ts";

test("a view goes into the address and comes back, and the usual one leaves it empty", () => {
  const view: View = {
    model: "shakespeare",
    text: "Now is the winter\nof our & discontent",
    layer: 2,
    head: 3,
    query: 4,
    key: 1,
    look: "lines",
    mask: "bidirectional",
    positions: "rotary",
    divisor: 1.5,
    zeroed: [
      { layer: 0, head: 1 },
      { layer: 3, head: 2 },
    ],
    edits: [{ layer: 1, head: 0, query: 4, key: 2, weight: 0.125 }],
    order: [2, 1, 3],
    temperature: 0,
    topK: 5,
    topP: 0.9,
    seed: 42,
    backend: "webgpu",
  };
  const { view: back, notes } = readView(new URLSearchParams(writeView(view).toString()));
  assert.deepEqual(back, view);
  assert.deepEqual(notes, []);
  assert.equal(writeView(defaultView).size, 0);
  assert.deepEqual(readView(new URLSearchParams()).view, defaultView);
});

test("what an address gets wrong becomes the default, with a note on each", () => {
  const { view, notes } = readView(
    new URLSearchParams("model=bert&t=-1&p=x&mask=all&off=1&set=1.2.3&order=1.1&backend=cuda"),
  );
  assert.deepEqual(view, defaultView);
  assert.equal(notes.length, 8);
});

test("a stored run opens with the weights and the vectors it was stored with", () => {
  const run = runTransformer(createSample(), [0, 3, 7, 3, 9]);
  const symbols = ["↵", "a", "b", "a", "c"];
  const live = createSheet(run, symbols);
  const stored = storeRun(run, { symbols, layer: 1, head: 1, next: [] });
  const sheet = openStoredRun(JSON.parse(JSON.stringify(stored)));
  for (const [layer, head] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const) {
    assert.ok(findGap(sheet.weights(layer, head), live.weights(layer, head)) < 1e-5);
  }
  const kept = sheet.detail(1, 1);
  const own = live.detail(1, 1);
  assert.ok(kept && own);
  for (const part of ["Q", "K", "V", "scores", "output"] as const)
    assert.ok(findGap(kept[part], own[part]) < 1e-5, part);
  assert.equal(sheet.detail(0, 0), undefined);
});

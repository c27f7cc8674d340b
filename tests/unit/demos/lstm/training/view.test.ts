import assert from "node:assert/strict";
import { test } from "node:test";
import { equations, splitEquation } from "../../../../../demos/lstm/training/equations.ts";
import { labels } from "../../../../../demos/lstm/training/labels.ts";
import { layoutLines } from "../../../../../demos/lstm/training/line-layout.ts";
import { createPlan } from "../../../../../demos/lstm/training/plan.ts";
import {
  readTrainingView,
  writeTrainingView,
} from "../../../../../demos/lstm/training/plan-address.ts";
import { formatPower } from "../../../../../demos/lstm/training/sentences.ts";
import { thinOut } from "../../../../../demos/lstm/training/thin-out.ts";

test("a view goes into the address and comes back, and leaves what others wrote there", () => {
  const plan = {
    ...createPlan(),
    cell: "gru" as const,
    hasAttention: true,
    units: 128,
    rate: 0.002,
  };
  const params = writeTrainingView({ plan, engine: "wasm" }, "?live=1&cell=rnn");
  assert.equal(params.get("live"), "1");
  assert.equal(params.get("backend"), "wasm");
  const back = readTrainingView(params);
  assert.deepEqual([back.plan, back.engine, back.notes], [plan, "wasm", []]);
});

test("the usual view leaves the address empty", () => {
  assert.equal(writeTrainingView({ plan: createPlan(), engine: "auto" }, "").size, 0);
});

test("invalid values in the address give the usual ones and a note each", () => {
  const { plan, engine, notes } = readTrainingView(
    new URLSearchParams("units=9999&cell=xyz&backend=cuda&batch=7"),
  );
  assert.deepEqual([plan.units, plan.cell, engine, plan.batch], [64, "lstm", "auto", 7]);
  assert.equal(notes.length, 3);
});

test("lines lie inside their box, and a log axis leaves out zeros", () => {
  const points = [0, 1e-9, 1e-3, 1].map((y, x) => [x, y] as const);
  const layout = layoutLines([{ name: "a", colour: "red", points }], {
    width: 300,
    height: 200,
    isLog: true,
  });
  const dots = layout.lines[0]?.dots ?? [];
  assert.equal(dots.length, 3);
  for (const { x, y } of dots) {
    assert.ok(x >= layout.left && x <= layout.right + 0.1);
    assert.ok(y >= layout.top - 0.1 && y <= layout.bottom + 0.1);
  }
  assert.ok(layout.yTicks.some(({ label }) => label === "10⁰"));
});

test("an axis of shares is written in percent", () => {
  const layout = layoutLines([{ name: "a", colour: "red", points: [[0, 0.5]] }], {
    width: 300,
    height: 200,
    isLog: false,
    most: 1,
  });
  assert.deepEqual(
    layout.yTicks.map(({ label }) => label),
    ["0%", "20%", "40%", "60%", "80%", "100%"],
  );
});

test("numbers far from one are written as powers of ten", () => {
  assert.equal(formatPower(4.42e-9), "4.4 × 10⁻⁹");
  assert.equal(formatPower(0.61), "0.61");
});

test("thinning keeps both ends", () => {
  const items = Array.from({ length: 1000 }, (_, i) => i);
  const thin = thinOut(items, 7);
  assert.deepEqual([thin.length, thin[0], thin.at(-1)], [7, 0, 999]);
});

test("every equation reads whole once its marks are gone", () => {
  for (const lines of Object.values(equations)) {
    for (const line of lines) {
      const text = splitEquation(line)
        .map((part) => part.text)
        .join("");
      assert.equal(text, line.replace(/_\{([^}]*)\}/g, "$1"));
    }
  }
});

test("both languages name everything", () => {
  const listKeys = (value: object, at = ""): string[] =>
    Object.entries(value).flatMap(([key, part]) =>
      typeof part === "object" ? listKeys(part, `${at}${key}.`) : [`${at}${key}`],
    );
  assert.deepEqual(listKeys(labels.zh), listKeys(labels.en));
});

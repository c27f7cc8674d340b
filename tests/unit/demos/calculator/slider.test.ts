import assert from "node:assert/strict";
import { test } from "node:test";
import type { CalculatorInput } from "../../../../demos/calculator/calculator.ts";
import { rangeOf, toPosition, toValue } from "../../../../demos/calculator/slider.ts";

const gpus: CalculatorInput = {
  id: "gpus",
  label: { zh: "卡数", en: "GPUs" },
  min: 1,
  max: 32768,
  scale: "log",
  value: 1024,
};

test("a log slider that the browser moved to the nearest step still gives the first value", () => {
  const nearest = Math.round(toPosition(gpus, gpus.value));
  assert.notEqual(nearest, toPosition(gpus, gpus.value));
  assert.equal(toValue(gpus, nearest), 1024);
});

test("a log slider moves by equal ratios, and its ends are its limits", () => {
  assert.equal(toValue(gpus, 0), 1);
  assert.equal(toValue(gpus, 200), 32768); // not 32,800, which an address could not restore
  assert.ok(Math.abs(toValue(gpus, 120) / toValue(gpus, 80) - 8) < 0.05);
});

test("a value survives the way to its place and back, on every step of a log slider", () => {
  for (let position = 0; position <= 200; position++) {
    const value = toValue(gpus, position);
    assert.ok(value >= gpus.min && value <= gpus.max);
    assert.equal(toValue(gpus, Math.round(toPosition(gpus, value))), value, `at ${position}`);
  }
});

test("a linear slider stands at its value", () => {
  const days: CalculatorInput = { ...gpus, scale: "linear", min: 1, max: 120, step: 1, value: 30 };
  assert.deepEqual(rangeOf(days), { min: 1, max: 120, step: 1 });
  assert.equal(toPosition(days, 45), 45);
  assert.equal(toValue(days, 45), 45);
});

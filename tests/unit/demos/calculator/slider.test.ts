import assert from "node:assert/strict";
import { test } from "node:test";
import type { CalculatorInput } from "../../../../demos/calculator/calculator.ts";
import { toPosition, toValue } from "../../../../demos/calculator/slider.ts";

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
  assert.equal(toValue(gpus, 200), 32800); // three digits
  assert.ok(Math.abs(toValue(gpus, 120) / toValue(gpus, 80) - 8) < 0.05);
});

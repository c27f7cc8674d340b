import assert from "node:assert/strict";
import { test } from "node:test";
import {
  buildScale,
  judgeValue,
  scaleIds,
  shareLimit,
} from "../../../../demos/benchmarks/scales.ts";

function isNear(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
}

test("places grow with the value and come back by the inverse, on every scale", () => {
  const values = [0.5, 0.9, 0.99, 0.999];
  for (const id of scaleIds) {
    const scale = buildScale(id, values);
    const places = values.map(scale.place);
    assert.ok(places.every((at) => at > 0 && at < 1));
    assert.deepEqual(
      [...places].sort((a, b) => a - b),
      places,
      id,
    );
    for (const value of values) isNear(scale.invert(scale.place(value)), value);
  }
});

test("equal steps mean equal sums, ratios, odds and errors", () => {
  const measureSteps = (id: (typeof scaleIds)[number], values: number[]): void => {
    const [a = 0, b = 0, c = 0] = values.map(buildScale(id, values).place);
    isNear(b - a, c - b);
  };
  measureSteps("linear", [1, 2, 3]);
  measureSteps("log", [1, 10, 100]);
  measureSteps("logit", [0.1, 0.5, 0.9]); // odds 1/9, 1, 9
  measureSteps("complement", [0.9, 0.99, 0.999]);
});

test("recall 1 is drawn at the limit of logit and 1 − recall, and counted", () => {
  for (const id of ["logit", "complement"] as const) {
    const scale = buildScale(id, [0.9, 1, 1]);
    assert.deepEqual(scale.counts, { shown: 1, clamped: 2, hidden: 0 });
    isNear(scale.place(1), scale.place(1 - shareLimit));
    assert.equal(judgeValue(id, 1 - shareLimit / 2), "clamped");
  }
  assert.equal(judgeValue("logit", 0), "clamped");
  assert.equal(judgeValue("complement", 0), "shown");
});

test("a log scale hides zero and negative values, and counts them", () => {
  const scale = buildScale("log", [0, -5, Number.NaN, 10, 100]);
  assert.deepEqual(scale.counts, { shown: 2, clamped: 0, hidden: 3 });
  assert.ok(Number.isNaN(scale.place(-5)));
});

test("a share outside 0 to 1 is hidden where only shares make sense", () => {
  assert.equal(judgeValue("logit", 1.2), "hidden");
  assert.equal(judgeValue("complement", -0.1), "hidden");
  assert.equal(judgeValue("linear", -0.1), "shown");
});

test("ticks lie inside the axis, rise, and carry labels", () => {
  const cases = [
    ["linear", [0, 1], ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]],
    ["log", [8, 12000], ["10", "100", "1,000", "10,000"]],
    ["log", [0.05, 3], ["0.1", "1"]],
    ["complement", [0, 0.9995], ["0", "0.5", "0.9", "0.99", "0.999"]],
    ["logit", [0.05, 0.995], ["0.1", "0.5", "0.9", "0.99"]],
  ] as const;
  for (const [id, values, labels] of cases) {
    const { ticks } = buildScale(id, values);
    const places = ticks.map(({ at }) => at);
    assert.ok(places.every((at) => at >= 0 && at <= 1));
    assert.deepEqual(
      [...places].sort((a, b) => a - b),
      places,
    );
    assert.deepEqual(
      ticks.filter(({ isMajor }) => isMajor).map(({ label }) => label),
      labels,
      id,
    );
  }
});

test("a narrow log axis labels 1, 2 and 5", () => {
  const { ticks } = buildScale("log", [100, 900]);
  assert.deepEqual(
    ticks.filter(({ isMajor }) => isMajor).map(({ label }) => label),
    ["100", "200", "500"],
  );
});

test("one value, or none, still gives an axis", () => {
  for (const id of scaleIds) {
    const { place } = buildScale(id, [0.9]);
    assert.ok(place(0.9) > 0 && place(0.9) < 1, id);
    assert.ok(buildScale(id, []).ticks.length > 0, id);
  }
});

test("limits widen an axis so that several can share it", () => {
  const scale = buildScale("linear", [0.5], [0, 1]);
  assert.ok(scale.place(0) >= 0 && scale.place(1) <= 1);
  assert.deepEqual(scale.counts, { shown: 1, clamped: 0, hidden: 0 });
});

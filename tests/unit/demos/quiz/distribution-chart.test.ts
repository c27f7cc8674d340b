import assert from "node:assert/strict";
import { test } from "node:test";
import { placeDistribution } from "../../../../demos/quiz/distribution-chart.ts";

const chart = placeDistribution(
  [0.25, 0.5, 0.25],
  [
    { name: "low", score: 0 },
    { name: "high", score: 2 },
  ],
);

test("the highest probability reaches the top, and zero lies on the base", () => {
  const ys = [...chart.curve.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));
  assert.equal(ys[1], chart.top);
  assert.equal(ys[0], (chart.top + chart.base) / 2);
});

test("labels of marks have a line each above the curve, and stay within the picture", () => {
  const [low, high] = chart.marks;
  assert.ok(low && high && low.labelY < high.labelY && high.labelY < chart.top);
  assert.deepEqual([low.isLeft, high.isLeft], [false, true]);
  assert.ok(high.x <= chart.width);
});

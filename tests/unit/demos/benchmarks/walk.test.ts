import assert from "node:assert/strict";
import { test } from "node:test";
import { buildChart } from "../../../../demos/benchmarks/chart.ts";
import { findNearest, layoutChart } from "../../../../demos/benchmarks/chart-layout.ts";
import { assignStyles } from "../../../../demos/benchmarks/palette.ts";
import { groupSeries } from "../../../../demos/benchmarks/series.ts";
import { walk } from "../../../../demos/benchmarks/walk.ts";
import { sampleRow } from "./sample.ts";

// graph-a has three points on its frontier and one off it, tree-b two.
const rows = [
  sampleRow({}, { recall: 0.8, qps: 1000 }),
  sampleRow({}, { recall: 0.9, qps: 500 }),
  sampleRow({}, { recall: 0.99, qps: 100 }),
  sampleRow({}, { recall: 0.7, qps: 50 }),
  sampleRow({ algorithm: "tree-b" }, { recall: 0.85, qps: 300 }),
  sampleRow({ algorithm: "tree-b" }, { recall: 0.95, qps: 30 }),
];
const view = { x: "recall", y: "qps", xScale: "linear", yScale: "log", points: "all" } as const;
const chart = buildChart(rows, view, assignStyles(groupSeries(rows), []));
const layout = layoutChart(chart, { width: 400, height: 300 });
const dotOf = (place: number) => layout.dots.find(({ row }) => row === rows[place]);

test("a chart keeps the frontier of each series and, when all are asked for, the rest", () => {
  assert.deepEqual(
    chart.curves.map(({ frontier, others }) => [frontier.length, others.length]),
    [
      [3, 1],
      [2, 0],
    ],
  );
  assert.equal(chart.counts.shown, 6);
  const bare = buildChart(
    rows,
    { ...view, points: "frontier" },
    assignStyles(groupSeries(rows), []),
  );
  assert.equal(bare.counts.shown, 5);
});

test("higher recall lies to the right, more queries per second lie above, all inside the frame", () => {
  const [low, high] = [dotOf(0), dotOf(2)];
  assert.ok(low && high && low.x < high.x && low.y < high.y);
  const { box } = layout;
  for (const { x, y } of layout.dots) {
    assert.ok(x >= box.left && x <= box.left + box.width && y >= box.top);
    assert.ok(y <= box.top + box.height);
  }
});

test("a pointer means the nearest point within its reach, or none", () => {
  const dot = dotOf(1);
  assert.ok(dot);
  assert.equal(findNearest(layout.dots, dot.x + 3, dot.y - 2, 26)?.row, rows[1]);
  assert.equal(findNearest(layout.dots, dot.x, dot.y - 90, 26), undefined);
});

test("without a place the first key leads to the first point, left and right stop at the ends", () => {
  assert.equal(walk(layout, undefined, "ArrowRight")?.row, rows[0]);
  assert.equal(walk(layout, dotOf(0), "ArrowRight")?.row, rows[1]);
  assert.equal(walk(layout, dotOf(2), "ArrowRight")?.row, rows[2]);
  assert.equal(walk(layout, dotOf(0), "ArrowLeft")?.row, rows[0]);
  assert.equal(walk(layout, dotOf(0), "End")?.row, rows[2]);
  assert.equal(walk(layout, dotOf(2), "Home")?.row, rows[0]);
});

test("up and down lead to the nearest point of the next curve, round and round", () => {
  assert.equal(walk(layout, dotOf(2), "ArrowDown")?.row, rows[5]);
  assert.equal(walk(layout, dotOf(4), "ArrowDown")?.row, rows[0]);
  assert.equal(walk(layout, dotOf(0), "ArrowUp")?.row, rows[4]);
});

test("from a point off the frontier the keys lead back onto it", () => {
  assert.equal(walk(layout, dotOf(3), "ArrowRight")?.row, rows[0]);
});

test("an empty chart has nowhere to go", () => {
  const empty = layoutChart(buildChart([], view, new Map()), { width: 400, height: 300 });
  assert.equal(walk(empty, undefined, "ArrowRight"), undefined);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  assignStyles,
  drawShape,
  pickStyle,
  shapes,
} from "../../../../demos/benchmarks/palette.ts";
import { groupSeries, keySeries } from "../../../../demos/benchmarks/series.ts";
import { sampleRow } from "./sample.ts";

test("56 algorithms are told apart by colour and shape together", () => {
  const looks = Array.from({ length: 56 }, (_, i) => pickStyle(i));
  assert.equal(new Set(looks.map(({ colour, shape }) => colour + shape)).size, 56);
});

test("an algorithm keeps its look when others are filtered away", () => {
  const order = ["annoy", "graph-a", "tree-b"];
  const graph = sampleRow({}, {});
  const tree = sampleRow({ algorithm: "tree-b" }, {});
  const hash = sampleRow({ algorithm: "hash" }, {});
  const all = assignStyles(groupSeries([graph, tree, hash]), order).get(keySeries(tree));
  const few = assignStyles(groupSeries([tree, hash]), order).get(keySeries(tree));
  assert.ok(all);
  assert.deepEqual(few, all);
});

test("a second machine gets dashes, not a new colour", () => {
  const rows = [
    sampleRow({}, {}),
    sampleRow({ algorithm: "tree-b" }, {}),
    sampleRow({ run: "r22" }, {}),
  ];
  const styles = assignStyles(groupSeries(rows), ["graph-a", "tree-b"]);
  const [first, , second] = rows.map((row) => styles.get(keySeries(row)));
  assert.ok(first && second);
  assert.deepEqual([first.colour, first.shape], [second.colour, second.shape]);
  assert.notEqual(first.dash, second.dash);
});

test("one algorithm alone on four machines gets four colours, and one look in small charts", () => {
  const series = groupSeries(["a", "b", "c", "d"].map((run) => sampleRow({ run }, {})));
  const colours = (facet: "none" | "machines"): number =>
    new Set([...assignStyles(series, ["graph-a"], facet).values()].map(({ colour }) => colour))
      .size;
  assert.equal(colours("none"), 4);
  assert.equal(colours("machines"), 1);
});

test("every shape is a closed path of its own", () => {
  const paths = shapes.map((shape) => drawShape(shape, 10, 10, 4));
  assert.equal(new Set(paths).size, shapes.length);
  for (const path of paths) assert.match(path, /^M[-\d. LaMZ]+Z$/);
});

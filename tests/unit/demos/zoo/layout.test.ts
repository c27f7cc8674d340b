import assert from "node:assert/strict";
import { test } from "node:test";
import { describeNetwork } from "../../../../demos/zoo/describe.ts";
import { cellKinds, type Layer, type Rule } from "../../../../demos/zoo/entry.ts";
import { height, layoutNetwork, listKinds, radius, width } from "../../../../demos/zoo/layout.ts";
import { cellShapes } from "../../../../demos/zoo/shapes.ts";
import { loadZoo } from "../../../../src/site/zoo.ts";

const layer = (cells: Layer["cells"], more: Partial<Layer> = {}): Layer => ({
  cells,
  shape: "column",
  band: "whole",
  ...more,
});

const countEdges = (from: number, to: number, rule: Rule): number =>
  layoutNetwork({
    layers: [layer({ input: from }), layer({ output: to })],
    edges: [{ from: 0, to: 1, rule }],
  }).edges.length;

test("layers stand from left to right, their cells from top to bottom in the order of the data", () => {
  const { cells } = layoutNetwork({
    layers: [layer({ input: 1, noise: 1 }), layer({ hidden: 2 })],
    edges: [],
  });
  assert.deepEqual(
    cells.map(({ kind, layer: index }) => `${index} ${kind}`),
    ["0 input", "0 noise", "1 hidden", "1 hidden"],
  );
  const [a, b, c] = cells;
  assert.ok(a && b && c);
  assert.ok(a.y < b.y && a.x === b.x && a.x < c.x);
});

test("a rule draws as many lines as it says", () => {
  assert.equal(countEdges(3, 4, "full"), 12);
  assert.equal(countEdges(3, 4, "both"), 12);
  assert.equal(countEdges(3, 3, "one"), 3);
  assert.equal(countEdges(3, 6, "one"), 3);
  assert.equal(countEdges(4, 4, "local"), 10); // three each, two at the ends
  assert.equal(countEdges(3, 3, "skip"), 1);
  const inside = (rule: Rule): number =>
    layoutNetwork({
      layers: [layer({ copy: 6 }, { shape: "ring" })],
      edges: [{ from: 0, to: 0, rule }],
    }).edges.length;
  assert.equal(inside("within"), 15);
  assert.equal(inside("self"), 6);
  assert.equal(inside("chain"), 5);
  assert.equal(inside("neighbours"), 6);
});

test("in every drawing of the zoo the cells lie inside and apart from each other", () => {
  for (const entry of loadZoo()) {
    const { cells, edges } = layoutNetwork(entry);
    assert.equal(cells.length, entry.layers.flatMap(listKinds).length, entry.id);
    assert.ok(edges.length > 0, entry.id);
    cells.forEach((cell, i) => {
      const isInside =
        cell.x >= radius &&
        cell.x <= width - radius &&
        cell.y >= radius &&
        cell.y <= height - radius;
      assert.ok(isInside, `${entry.id}: ${cell.kind} at ${cell.x} ${cell.y}`);
      for (const other of cells.slice(i + 1)) {
        const distance = Math.hypot(cell.x - other.x, cell.y - other.y);
        assert.ok(distance >= 2 * radius - 0.5, `${entry.id}: ${distance}`);
      }
    });
  }
});

test("every connection of the zoo draws a line, and none leaves an answer without one", () => {
  for (const entry of loadZoo()) {
    for (const edge of entry.edges) {
      const { edges } = layoutNetwork({ ...entry, edges: [edge] });
      assert.ok(edges.length > 0, `${entry.id}: ${edge.from} to ${edge.to}, ${edge.rule}`);
    }
    const reached = new Set(entry.edges.flatMap(({ from, to }) => [from, to]));
    assert.equal(reached.size, entry.layers.length, entry.id);
  }
});

test("no two kinds of cell share a shape", () => {
  const drawn = cellKinds.map((kind) => `${cellShapes[kind].outline}|${cellShapes[kind].mark}`);
  assert.equal(new Set(drawn).size, cellKinds.length);
});

test("a drawing is told in words in both languages", () => {
  const network = {
    layers: [layer({ input: 2 }), layer({ output: 1 })],
    edges: [{ from: 0, to: 1, rule: "full" as const }],
  };
  assert.equal(
    describeNetwork(network, "zh"),
    "各层：1：2 个输入单元；2：1 个输出单元。连接：1 到 2 全连接。",
  );
  assert.equal(
    describeNetwork(network, "en"),
    "Layers: 1: 2 input; 2: 1 output. Connections: 1 to 2 fully connected.",
  );
});

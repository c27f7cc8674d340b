import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalog } from "../../../../src/site/catalog.ts";
import {
  measureText,
  type PlacedNode,
  placeDiagram,
  wrapLabel,
} from "../../../../src/site/diagram.ts";
import { type Language, languages } from "../../../../src/site/languages.ts";
import { type Diagram, diagramSchema } from "../../../../src/site/schema.ts";
import { samplePath } from "./svg-path.ts";

const { patterns, articles } = loadCatalog();
const diagrams: { name: string; diagram: Diagram; lang: Language }[] = languages.flatMap((lang) => [
  ...patterns.map(({ slug, figure }) => ({ name: `${lang} ${slug}`, diagram: figure, lang })),
  ...articles.flatMap(({ slug, figures }) =>
    Object.entries(figures).flatMap(([id, figure]) =>
      figure.kind === "diagram" ? [{ name: `${lang} ${slug} ${id}`, diagram: figure, lang }] : [],
    ),
  ),
]);

const both = (text: string) => ({ zh: text, en: text });

test("no two nodes of any diagram of the catalog overlap", () => {
  assert.ok(diagrams.length >= 24);
  for (const { name, diagram, lang } of diagrams) {
    const { nodes } = placeDiagram(diagram, lang);
    for (const [i, a] of nodes.entries()) {
      for (const b of nodes.slice(i + 1)) {
        const isApart =
          Math.abs(a.x - b.x) >= (a.width + b.width) / 2 ||
          Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
        assert.ok(isApart, `${name}: ${a.id} and ${b.id}`);
      }
    }
  }
});

test("every node of every diagram lies inside its canvas, which is 328 px wide", () => {
  for (const { name, diagram, lang } of diagrams) {
    const { nodes, width, height } = placeDiagram(diagram, lang);
    assert.equal(width, 328);
    for (const { id, x, y, width: w, height: h } of nodes) {
      assert.ok(x - w / 2 >= 0 && x + w / 2 <= width, `${name}: ${id} across`);
      assert.ok(y - h / 2 >= 0 && y + h / 2 <= height, `${name}: ${id} down`);
    }
  }
});

test("no line of a label is wider or higher than its node", () => {
  for (const { name, diagram, lang } of diagrams) {
    for (const { id, lines, width, height } of placeDiagram(diagram, lang).nodes) {
      assert.ok(lines.length > 0, `${name}: ${id} has no label`);
      assert.ok(lines.length * 17 <= height, `${name}: ${id} is too high`);
      for (const line of lines) {
        assert.ok(measureText(line) <= width, `${name}: ${id}: ${line}`);
      }
    }
  }
});

test("an edge of a diagram crosses no node but its two ends", () => {
  for (const { name, diagram, lang } of diagrams) {
    const { nodes, edges } = placeDiagram(diagram, lang);
    for (const [i, { from, to }] of diagram.edges.entries()) {
      const others = nodes.filter(({ id }) => id !== from && id !== to);
      const crossed = samplePath(edges[i]?.path ?? "").flatMap((point) =>
        others.filter((node) => isInside(point, node)).map(({ id }) => id),
      );
      assert.deepEqual([...new Set(crossed)], [], `${name}: ${from} to ${to}`);
    }
  }
});

test("an edge past a node in its column goes down the gutter beside it", () => {
  const diagram = diagramSchema.parse({
    caption: both("x"),
    alt: both("x"),
    columns: 2,
    nodes: [
      { id: "a", kind: "data", at: [0, 0], label: both("a") },
      { id: "b", kind: "operation", at: [0, 1], label: both("b") },
      { id: "c", kind: "data", at: [0, 2], label: both("c") },
    ],
    edges: [{ from: "a", to: "c" }],
  });
  const { edges, nodes } = placeDiagram(diagram, "en");
  const passed = nodes.find(({ id }) => id === "b");
  assert.ok(passed);
  const points = samplePath(edges[0]?.path ?? "");
  const beside = points.filter(({ y }) => Math.abs(y - passed.y) < passed.height / 2);
  assert.ok(beside.length > 0);
  for (const { x } of beside) {
    assert.ok(Math.abs(x - passed.x) > passed.width / 2 + 3, `at ${x} px, beside ${passed.x}`);
  }
});

test("every edge of every diagram is drawn, and stays on the canvas", () => {
  for (const { name, diagram, lang } of diagrams) {
    const { edges, width } = placeDiagram(diagram, lang);
    assert.equal(edges.length, diagram.edges.length, name);
    for (const { x } of edges.flatMap(({ path }) => samplePath(path))) {
      assert.ok(x >= 0 && x <= width, `${name}: an edge at ${x}`);
    }
  }
});

test("a group encloses its members", () => {
  for (const { name, diagram, lang } of diagrams) {
    const { groups, nodes } = placeDiagram(diagram, lang);
    for (const [i, { x, y, width, height }] of groups.entries()) {
      for (const node of nodes.filter(({ id }) => diagram.groups[i]?.nodes.includes(id))) {
        assert.ok(node.x - node.width / 2 >= x && node.x + node.width / 2 <= x + width, name);
        assert.ok(node.y - node.height / 2 >= y && node.y + node.height / 2 <= y + height, name);
      }
    }
  }
});

test("a label breaks between words and between Han characters, never inside a word", () => {
  assert.deepEqual(wrapLabel("shared kernel weights", 80), ["shared", "kernel", "weights"]);
  assert.deepEqual(wrapLabel("共享的卷积核", 45), ["共享的", "卷积核"]);
  assert.deepEqual(wrapLabel("用 softmax 归一", 60), ["用", "softmax", "归一"]);
  assert.deepEqual(wrapLabel("short", 200), ["short"]);
});

function isInside({ x, y }: { x: number; y: number }, node: PlacedNode): boolean {
  return Math.abs(x - node.x) < node.width / 2 - 1 && Math.abs(y - node.y) < node.height / 2 - 1;
}

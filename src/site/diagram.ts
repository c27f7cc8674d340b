import type { Language } from "./languages.ts";
import type { Diagram } from "./schema.ts";

/** A node with its place on the canvas; lengths are CSS px at a figure width of 328. */
export interface PlacedNode {
  id: string;
  kind: Diagram["nodes"][number]["kind"];
  x: number; // centre
  y: number;
  width: number;
  height: number;
  lines: string[];
}

export interface PlacedEdge {
  kind: Diagram["edges"][number]["kind"];
  path: string; // SVG path data
  label: { text: string; x: number; y: number } | undefined;
}

export interface PlacedGroup {
  label: string;
  labelY: number; // its foot
  x: number; // left
  y: number; // top
  width: number;
  height: number;
}

export interface PlacedDiagram {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  groups: PlacedGroup[];
}

const canvasWidth = 328; // what a 360 px screen leaves, so that text is never scaled down
const gutter = 12; // between nodes, so that a line can pass
const lineHeight = 17;
const rowGap = 34;
export const fontSize = 13;

/** Lays a diagram out on its grid, with the labels of one language wrapped to fit their nodes. */
export function placeDiagram(diagram: Diagram, lang: Language): PlacedDiagram {
  const cell = canvasWidth / diagram.columns;
  const labels = new Map(
    diagram.nodes.map((node) => {
      const width = cell * node.span - gutter;
      return [node.id, wrapLabel(node.label[lang], width - 12)];
    }),
  );
  const mostLines = Math.max(...[...labels.values()].map((lines) => lines.length));
  const height = mostLines * lineHeight + 16;
  const hasGroups = diagram.groups.length > 0;
  const pitch = height + rowGap + (hasGroups ? 10 : 0);
  const top = hasGroups || diagram.edges.some(({ label }) => label) ? 24 : 6;
  const nodes = diagram.nodes.map((node): PlacedNode => {
    const [column, row] = node.at;
    return {
      id: node.id,
      kind: node.kind,
      x: cell * (column + node.span / 2),
      y: top + pitch * row + height / 2,
      width: cell * node.span - gutter,
      height,
      lines: labels.get(node.id) ?? [],
    };
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges = diagram.edges.flatMap((edge): PlacedEdge[] => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (!from || !to) return [];
    const { path, middle } = routeEdge(from, to, nodes);
    const label = edge.label && { text: edge.label[lang], ...middle };
    return [{ kind: edge.kind, path, label }];
  });
  const groups = diagram.groups.map(({ label, nodes: ids }): PlacedGroup => {
    const members = nodes.filter(({ id }) => ids.includes(id));
    const left = Math.min(...members.map(({ x, width }) => x - width / 2)) - 4;
    const right = Math.max(...members.map(({ x, width }) => x + width / 2)) + 4;
    const upper = Math.min(...members.map(({ y }) => y - height / 2)) - 18;
    const lower = Math.max(...members.map(({ y }) => y + height / 2)) + 5;
    const frame = { x: left, y: upper, width: right - left, height: lower - upper };
    const box = { x: left + 7, y: upper + 2, width: measureText(label[lang]), height: 14 };
    // Where an arrow comes in through the label, it stands on the frame, so that the head is seen.
    const isCrossed = edges.some(({ path }) => crossesBox(path, box));
    return { label: label[lang], labelY: upper + (isCrossed ? 4 : 13), ...frame };
  });
  const lowest = Math.max(...nodes.map(({ y }) => y)) + height / 2 + 8;
  return { width: canvasWidth, height: lowest, nodes, edges, groups };
}

/** Breaks a label between words and between Han characters so that each line fits `width`. */
export function wrapLabel(label: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of label.match(
    /[\p{Script=Han}，。：；、（）]|[^\s\p{Script=Han}，。：；、（）]+|\s+/gu,
  ) ?? []) {
    if (line.trim() && measureText(line + piece.trimEnd()) > width) {
      lines.push(line.trim());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trim()].filter((text) => text !== "");
}

/** An estimate of a text's width in px, since layout runs without a font. */
export function measureText(text: string): number {
  let width = 0;
  for (const char of text) {
    width += /[\p{Script=Han}，。：；、（）]/u.test(char) ? fontSize : fontSize * 0.56;
  }
  return width;
}

/** Whether a line of straight pieces has a part in a box. */
function crossesBox(path: string, box: { x: number; y: number; width: number; height: number }) {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  return numbers.some((x, i) => {
    if (i % 2 === 1 || i < 2) return false;
    const [fromX = 0, fromY = 0, toY = 0] = [numbers[i - 2], numbers[i - 1], numbers[i + 1]];
    const isBeside = Math.max(x, fromX) < box.x || Math.min(x, fromX) > box.x + box.width;
    const isAbove = Math.max(toY, fromY) < box.y || Math.min(toY, fromY) > box.y + box.height;
    return !isBeside && !isAbove;
  });
}

interface Point {
  x: number;
  y: number;
}

function routeEdge(
  from: PlacedNode,
  to: PlacedNode,
  nodes: readonly PlacedNode[],
): { path: string; middle: Point } {
  const [start, end] = findPorts(from, to);
  const isBlocked = nodes.some(
    (node) => node !== from && node !== to && crossesNode(start, end, node),
  );
  if (isBlocked)
    return Math.abs(from.y - to.y) < 1 ? archOver(from, to) : goBetween(from, to, nodes);
  const isLevel = start.y === end.y; // nodes of one row leave no room between them for a label
  const y = isLevel ? from.y - from.height / 2 - 8 : (start.y + end.y) / 2;
  return { path: drawLine([start, end]), middle: { x: (start.x + end.x) / 2, y } };
}

/** Where an edge leaves one node and enters the other; wide nodes are met straight on. */
function findPorts(from: PlacedNode, to: PlacedNode): [Point, Point] {
  if (Math.abs(from.y - to.y) < 1) {
    const side = Math.sign(to.x - from.x);
    return [
      { x: from.x + (side * from.width) / 2, y: from.y },
      { x: to.x - (side * to.width) / 2, y: to.y },
    ];
  }
  const side = Math.sign(to.y - from.y);
  const narrow = from.width < to.width ? from : to;
  const reach = (node: PlacedNode) => node.width / 2 - 12;
  const meet = (node: PlacedNode) =>
    Math.min(node.x + reach(node), Math.max(node.x - reach(node), narrow.x));
  const isWide = from.width !== to.width;
  return [
    { x: isWide ? meet(from) : from.x, y: from.y + (side * from.height) / 2 },
    { x: isWide ? meet(to) : to.x, y: to.y - (side * to.height) / 2 },
  ];
}

// Samples the segment: nodes are much larger than the step.
function crossesNode(start: Point, end: Point, node: PlacedNode): boolean {
  for (let t = 0.02; t < 1; t += 0.02) {
    const x = start.x + (end.x - start.x) * t;
    const y = start.y + (end.y - start.y) * t;
    const isInside =
      Math.abs(x - node.x) < node.width / 2 && Math.abs(y - node.y) < node.height / 2;
    if (isInside) return true;
  }
  return false;
}

/** A way down the gutter between two columns, past the nodes in between. */
function goBetween(
  from: PlacedNode,
  to: PlacedNode,
  nodes: readonly PlacedNode[],
): { path: string; middle: Point } {
  const [start, end] = findPorts(from, to);
  const side = Math.sign(end.y - start.y);
  const leave = start.y + (side * rowGap) / 2;
  const arrive = end.y - (side * rowGap) / 2;
  const detour = (x: number) => Math.abs(x - start.x) + Math.abs(x - end.x);
  const isFree = (x: number) =>
    !nodes.some((node) => crossesNode({ x, y: leave }, { x, y: arrive }, node));
  const edges = nodes.flatMap(({ x, width }) => [
    x - (width + gutter) / 2,
    x + (width + gutter) / 2,
  ]);
  const channels = edges.map((x) => Math.min(canvasWidth - 2, Math.max(2, x)));
  const best = channels.filter(isFree).toSorted((a, b) => detour(a) - detour(b))[0] ?? 2;
  const points = [
    start,
    { x: start.x, y: leave },
    { x: best, y: leave },
    { x: best, y: arrive },
    { x: end.x, y: arrive },
    end,
  ];
  return { path: drawLine(points), middle: { x: (best + start.x) / 2, y: leave } };
}

/** A curve over the nodes that stand between two nodes of one row. */
function archOver(from: PlacedNode, to: PlacedNode): { path: string; middle: Point } {
  const y = from.y - from.height / 2;
  const lift = round(y - rowGap * 0.8);
  const path = `M${round(from.x)},${round(y)}C${round(from.x)},${lift} ${round(to.x)},${lift} ${round(to.x)},${round(y)}`;
  return { path, middle: { x: (from.x + to.x) / 2, y: y - rowGap * 0.6 } };
}

function drawLine(points: Point[]): string {
  return `M${points.map(({ x, y }) => `${round(x)},${round(y)}`).join("L")}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

import type { Rule } from "./entry.ts";

interface Point {
  x: number;
  y: number;
}

/** `forward` has a direction, left to right; `back` runs in time or to the left; `both` has none. */
export type EdgeStyle = "forward" | "back" | "both" | "skip";

export interface DrawnEdge {
  style: EdgeStyle;
  path: string; // SVG path data
}

/** The lines of one connection between the cells of two layers, or inside one. */
export function drawConnection(
  rule: Rule,
  from: readonly Point[],
  to: readonly Point[],
): DrawnEdge[] {
  if (rule === "self") return from.map((cell) => ({ style: "back", path: drawLoop(cell) }));
  const style = styles[rule];
  const draw = rule === "skip" ? drawArc : rule === "back" ? drawUnder : drawLine;
  return pairs(rule, from, to).map(([a, b]) => ({ style, path: draw(a, b) }));
}

const styles: Record<Rule, EdgeStyle> = {
  full: "forward",
  one: "forward",
  local: "forward",
  sparse: "forward",
  skip: "skip",
  back: "back",
  both: "both",
  self: "back",
  within: "both",
  chain: "forward",
  neighbours: "both",
};

function pairs(rule: Rule, from: readonly Point[], to: readonly Point[]): [Point, Point][] {
  if (rule === "skip") return from[0] && to[0] ? [[from[0], to[0]]] : []; // one stands for all
  const all = from.flatMap((a, i) => to.map((b, j) => ({ a, b, i, j })));
  return all
    .filter(({ a, b, i, j }) => {
      if (rule === "full" || rule === "both") return true;
      if (rule === "within") return i < j;
      if (rule === "chain") return j === i + 1;
      if (rule === "neighbours") return i < j && isNeighbour(a, b, from);
      if (rule === "sparse")
        return from === to ? ((2 * i + 5 * j) % 7) % 3 === 1 : (i + j) % 3 === 0;
      // Layers of different sizes are laid over each other: the nearest, or those within one step.
      const [few, many] = from.length < to.length ? [i, j] : [j, i];
      const [least, most] = [Math.min(from.length, to.length), Math.max(from.length, to.length)];
      const place = least === 1 ? (most - 1) / 2 : (few * (most - 1)) / (least - 1);
      if (rule === "local") return Math.abs(many - place) <= Math.max(1, most / least / 2 + 0.01);
      return least === most ? many === few : Math.round(place) === many;
    })
    .map(({ a, b }) => [a, b]);
}

function isNeighbour(a: Point, b: Point, all: readonly Point[]): boolean {
  const distance = (p: Point, q: Point): number => Math.hypot(p.x - q.x, p.y - q.y);
  const others = all.filter((cell) => cell !== a);
  return distance(a, b) <= Math.min(...others.map((cell) => distance(a, cell))) * 1.05;
}

const drawLine = (a: Point, b: Point): string => `M${a.x} ${a.y}L${b.x} ${b.y}`;

/** Over what stands between two layers, but not over the edge of the drawing. */
function drawArc(a: Point, b: Point): string {
  const lift = Math.max(-2, Math.min(a.y, b.y) - Math.min(36, Math.abs(b.x - a.x) / 2));
  return `M${a.x} ${a.y}C${mix(a.x, b.x, 0.25)} ${lift} ${mix(a.x, b.x, 0.75)} ${lift} ${b.x} ${b.y}`;
}

/** Beside the straight line, so that a way back does not lie on the way there. */
function drawUnder(a: Point, b: Point): string {
  return `M${a.x} ${a.y}Q${mix(a.x, b.x, 0.5)} ${Math.max(a.y, b.y) + 12} ${b.x} ${b.y}`;
}

/** A loop above a cell. */
function drawLoop({ x, y }: Point): string {
  return `M${x - 4} ${y - 5}C${x - 11} ${y - 17} ${x + 11} ${y - 17} ${x + 4} ${y - 5}`;
}

const mix = (a: number, b: number, t: number): number => Math.round((a + (b - a) * t) * 10) / 10;

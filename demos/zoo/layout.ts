import { type DrawnEdge, drawConnection } from "./edges.ts";
import type { CellKind, Layer, Network } from "./entry.ts";

export const width = 220; // units of the drawing
export const height = 140;
export const radius = 7;
const [left, right, top, bottom] = [16, width - 16, 14, height - 14];
const bandGap = 14; // half of what lies between two layers of one column
const roundWeight = 2.6; // how many columns a ring, a grid or a row is as wide as

export interface Cell {
  kind: CellKind;
  layer: number;
  x: number;
  y: number;
}

export interface Layout {
  cells: Cell[];
  edges: DrawnEdge[];
}

/** Places the cells of a network and draws its connections, all from its data. */
export function layoutNetwork({ layers, edges }: Network): Layout {
  const columns = numberColumns(layers);
  const spans = spreadColumns(layers, columns);
  const placed = layers.map((layer, i) => placeLayer(layer, i, spans[columns[i] ?? 0] ?? [0, 0]));
  return {
    cells: placed.flat(),
    edges: edges.flatMap(({ from, to, rule }) =>
      drawConnection(rule, placed[from] ?? [], placed[to] ?? []),
    ),
  };
}

/** The kinds of a layer's cells, one for each cell. */
export function listKinds({ cells }: Layer): CellKind[] {
  return (Object.entries(cells) as [CellKind, number][]).flatMap(([kind, count]) =>
    Array.from({ length: count }, () => kind),
  );
}

function numberColumns(layers: readonly Layer[]): number[] {
  let last = -1;
  return layers.map(({ column }) => {
    last = column ?? last + 1;
    return last;
  });
}

/** The left and right ends of each column. */
function spreadColumns(layers: readonly Layer[], columns: readonly number[]): [number, number][] {
  const weights = Array.from({ length: Math.max(...columns) + 1 }, () => 1);
  layers.forEach(({ shape }, i) => {
    if (shape !== "column") weights[columns[i] ?? 0] = roundWeight;
  });
  const unit = (right - left) / weights.reduce((sum, weight) => sum + weight, 0);
  let x = left;
  return weights.map((weight) => {
    const start = x;
    x += weight * unit;
    return [start, x];
  });
}

function placeLayer(layer: Layer, index: number, [start, end]: [number, number]): Cell[] {
  const kinds = listKinds(layer);
  const middle = (top + bottom) / 2;
  const from = layer.band === "bottom" ? middle + bandGap : top;
  const to = layer.band === "top" ? middle - bandGap : bottom;
  const [x, y] = [(start + end) / 2, (from + to) / 2];
  const count = kinds.length;
  const at = (i: number): [number, number] => {
    if (layer.shape === "ring") {
      const angle = (2 * Math.PI * i) / count - Math.PI / 2;
      const reach = Math.min((to - from) / 2, (end - start) / 2) - radius;
      return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    }
    if (layer.shape === "row") return [spread(i, count, x, Math.min(24, (end - start) / count)), y];
    if (layer.shape === "grid") {
      const side = Math.ceil(Math.sqrt(count));
      const gap = Math.min((end - start) / side, (to - from) / side);
      const rows = Math.ceil(count / side);
      return [spread(i % side, side, x, gap), spread(Math.floor(i / side), rows, y, gap)];
    }
    return [x, spread(i, count, y, Math.min(27, (to - from) / Math.max(1, count - 1)))];
  };
  return kinds.map((kind, i) => {
    const [cx, cy] = at(i);
    return { kind, layer: index, x: round(cx), y: round(cy) };
  });
}

const spread = (i: number, count: number, middle: number, gap: number): number =>
  middle + (i - (count - 1) / 2) * gap;

const round = (value: number): number => Math.round(value * 10) / 10;

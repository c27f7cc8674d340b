import type { ChartLayout, Dot } from "./chart-layout.ts";
import type { Row } from "./row.ts";

export const walkKeys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"] as const;

export type WalkKey = (typeof walkKeys)[number];

export function isWalkKey(key: string): key is WalkKey {
  return (walkKeys as readonly string[]).includes(key);
}

/** The dots of a curve's frontier, left to right. */
export function listStops({ paths, dots }: ChartLayout, curve: number): Dot[] {
  const frontier = new Set<Row>(paths[curve]?.curve.frontier ?? []);
  return dots
    .filter((dot) => dot.curve === curve && frontier.has(dot.row))
    .sort((a, b) => a.x - b.x || b.y - a.y);
}

/**
 * Where a key leads: left and right along the frontier of a curve, up and down to the nearest
 * point of the next curve. Without a place to start from, to the first point of the first curve.
 */
export function walk(layout: ChartLayout, from: Dot | undefined, key: WalkKey): Dot | undefined {
  const curves = layout.paths.map((_, i) => i).filter((i) => listStops(layout, i).length > 0);
  const first = curves[0];
  if (first === undefined) return undefined;
  if (!from) return listStops(layout, first)[0];
  const stops = listStops(layout, from.curve);
  const at = stops.findIndex(({ row }) => row === from.row);
  switch (key) {
    case "Home":
      return stops[0];
    case "End":
      return stops.at(-1);
    case "ArrowLeft":
      return at < 0 ? nearest(stops, from) : (stops[at - 1] ?? stops[0]);
    case "ArrowRight":
      return at < 0 ? nearest(stops, from) : (stops[at + 1] ?? stops.at(-1));
    default: {
      const step = key === "ArrowDown" ? 1 : -1;
      const place = curves.indexOf(from.curve) + step;
      const next = curves.at(place % curves.length);
      return next === undefined ? from : nearest(listStops(layout, next), from);
    }
  }
}

function nearest(stops: readonly Dot[], { x }: Dot): Dot | undefined {
  return stops.toSorted((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0];
}

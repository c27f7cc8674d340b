import type { Series } from "./series.ts";
import type { ViewState } from "./view-state.ts";

export const shapes = ["circle", "square", "triangle", "diamond", "cross", "nabla", "bar"] as const;

export type Shape = (typeof shapes)[number];

/** How a curve looks: told apart by colour, by shape and by the dashes of its line. */
export interface Style {
  colour: string; // a CSS colour
  shape: Shape;
  dash: string; // stroke-dasharray, empty is a full line
}

const colours = 8;
const dashes = ["", "6 3", "2 3", "9 3 2 3"];

/** The look of number `index`: 8 colours and 7 shapes make 56 pairs before one comes back. */
export function pickStyle(index: number, line = 0): Style {
  return {
    colour: `var(--data-${(index % colours) + 1})`,
    shape: shapes[index % shapes.length] ?? "circle",
    dash: dashes[line % dashes.length] ?? "",
  };
}

/**
 * A look per series, by key. Algorithms keep theirs under any filter, since it goes by their place
 * in `order`; further runs of the same algorithm get dashes. When one algorithm is left in one
 * chart, its series are told apart by colour. What small charts are split by changes no look.
 */
export function assignStyles(
  series: readonly Series[],
  order: readonly string[],
  facet: ViewState["facet"] = "none",
): Map<string, Style> {
  const algorithms = [...new Set([...order, ...series.map(({ algorithm }) => algorithm)])];
  const isAlone = facet === "none" && new Set(series.map(({ algorithm }) => algorithm)).size === 1;
  const conditions = new Map<string, number>();
  return new Map(
    series.map((one, i) => {
      if (isAlone) return [one.key, pickStyle(i, Math.floor(i / colours))];
      const run = facet === "machines" ? "" : one.run;
      const querySet = facet === "queries" ? "" : one.querySet;
      const condition = [run, one.k, one.batch, querySet].join("|");
      if (!conditions.has(condition)) conditions.set(condition, conditions.size);
      return [one.key, pickStyle(algorithms.indexOf(one.algorithm), conditions.get(condition))];
    }),
  );
}

/** The outline of a mark around a place, as SVG path data; `r` is about its radius in px. */
export function drawShape(shape: Shape, x: number, y: number, r: number): string {
  const at = (dx: number, dy: number): string => `${round(x + dx * r)} ${round(y + dy * r)}`;
  const join = (...corners: [number, number][]): string =>
    `M${corners.map(([dx, dy]) => at(dx, dy)).join("L")}Z`;
  switch (shape) {
    case "circle":
      return `M${at(-1, 0)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
    case "square":
      return join([-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]);
    case "triangle":
      return join([0, -1.2], [1.1, 0.8], [-1.1, 0.8]);
    case "nabla":
      return join([0, 1.2], [1.1, -0.8], [-1.1, -0.8]);
    case "diamond":
      return join([0, -1.3], [1.1, 0], [0, 1.3], [-1.1, 0]);
    case "bar":
      return join([-1.3, -0.5], [1.3, -0.5], [1.3, 0.5], [-1.3, 0.5]);
    case "cross":
      return `${join([-1.2, -0.4], [1.2, -0.4], [1.2, 0.4], [-1.2, 0.4])}${join([-0.4, -1.2], [0.4, -1.2], [0.4, 1.2], [-0.4, 1.2])}`;
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

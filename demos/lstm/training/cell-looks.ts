import type { LineSeries } from "./line-layout.ts";
import type { CellKind } from "./network-shape.ts";

/** The line of each kind of cell, the same in every chart. */
export const cellLooks: Record<CellKind, Pick<LineSeries, "colour" | "dash" | "marker">> = {
  rnn: { colour: "var(--data-2)", dash: "6 3", marker: "triangle" },
  gru: { colour: "var(--data-3)", dash: "2 3", marker: "square" },
  lstm: { colour: "var(--data-1)", marker: "circle" },
};

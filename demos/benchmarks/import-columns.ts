import { type FigureName, figureNames } from "./row.ts";

/** Columns of ann-benchmarks' data_export.py; our own exports use the names of the figures. */
export const figureColumns: Record<string, FigureName> = {
  "k-nn": "recall",
  epsilon: "epsilonRecall",
  largeepsilon: "largeEpsilonRecall",
  rel: "relativeError",
  p50: "p50Ms",
  p95: "p95Ms",
  p99: "p99Ms",
  p999: "p999Ms",
  distcomps: "distanceComputations",
  build: "buildSeconds",
  indexsize: "indexKb",
  ...Object.fromEntries(figureNames.map((name) => [name.toLowerCase(), name])),
};

/** Figures that lie between 0 and 1. */
export const shares: readonly FigureName[] = [
  "recall",
  "epsilonRecall",
  "largeEpsilonRecall",
  "averagePrecision",
];

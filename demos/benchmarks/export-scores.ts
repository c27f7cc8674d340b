import type { OverallScore } from "./cross-dataset.ts";
import { formatCsv } from "./csv.ts";
import type { Meta } from "./filters.ts";

/** The table of scores as a CSV, with the data sets that each score comes from. */
export function exportScores(scores: readonly OverallScore[], meta: Meta): string {
  return formatCsv([
    ["algorithm", "score", "comparisons", "datasets"],
    ...scores.map(({ algorithm, score, comparisons, datasets }) => [
      meta.algorithms.get(algorithm)?.label ?? algorithm,
      Number(score.toFixed(4)),
      comparisons,
      datasets.map(({ dataset }) => meta.datasets.get(dataset)?.name ?? dataset).join("; "),
    ]),
  ]);
}

import { formatCsv } from "./csv.ts";
import type { Meta } from "./filters.ts";
import { figureNames, type Row } from "./row.ts";

// What was measured; the figures follow, then where the row comes from.
const nameColumns = ["dataset", "k", "algorithm", "parameters", "batch", "queries"] as const;
const sourceColumns = ["run", "machine", "date", "source", "licence"] as const;

/**
 * Rows as a CSV that stands on its own: each with its machine, date, source (repository, path and
 * commit) and licence. Figures that no row has get no column.
 */
export function exportRows(rows: readonly Row[], meta: Meta): string {
  const figures = figureNames.filter((name) => rows.some((row) => !Number.isNaN(row[name])));
  return formatCsv([
    [...nameColumns, ...figures, ...sourceColumns],
    ...rows.map((row) => {
      const run = meta.runs.get(row.run);
      return [
        meta.datasets.get(row.dataset)?.name ?? row.dataset,
        row.k > 0 ? row.k : undefined,
        meta.algorithms.get(row.algorithm)?.label ?? row.algorithm,
        row.parameters,
        row.batch ? 1 : 0,
        row.querySet,
        ...figures.map((name) => row[name]),
        row.run,
        run?.machine.en,
        run?.date,
        run?.origin,
        run?.licence,
      ];
    }),
  ]);
}

import { loadBenchmarks } from "../../src/site/benchmarks.ts";
import { encodeRows } from "./codec.ts";
import { applyFilter, createDefaultFilter, indexMeta } from "./filters.ts";
import { findFrontier } from "./frontier.ts";
import { getMetric } from "./metrics.ts";
import type { Index } from "./row.ts";
import { groupSeries } from "./series.ts";

/** What the page holds before any data set is loaded: the frontier of one, and what there is. */
export interface FirstView {
  index: Index;
  dataset: string;
  rows: string; // `encodeRows` in base64: small, and keeps missing figures apart from zero
}

const dataset = "glove-100-angular";

/** Reads the content of the project; for the build only. */
export function readFirstView(): FirstView {
  const { runs, datasets, algorithms, rowsOf } = loadBenchmarks();
  const index = { runs, datasets, algorithms };
  const meta = indexMeta(index);
  const entry = meta.datasets.get(dataset);
  if (!entry) throw new Error(`unknown data set: ${dataset}`);
  const shown = applyFilter(rowsOf(dataset), createDefaultFilter(entry), meta);
  const frontier = groupSeries(shown).flatMap(({ rows }) =>
    findFrontier(rows, getMetric("recall"), getMetric("qps")),
  );
  return { index, dataset, rows: Buffer.from(encodeRows(dataset, frontier)).toString("base64") };
}

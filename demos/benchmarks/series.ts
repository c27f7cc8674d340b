import type { Row } from "./row.ts";

/** The rows that one curve joins: one algorithm, measured under one set of conditions. */
export interface Series {
  key: string;
  algorithm: string;
  dataset: string;
  run: string;
  k: number;
  batch: boolean;
  querySet: string;
  rows: Row[];
}

/** Rows with the same key were measured under the same conditions and may be joined by a line. */
export function keySeries({
  dataset,
  run,
  algorithm,
  k,
  batch,
  querySet,
}: Omit<Series, "key" | "rows">): string {
  return [dataset, run, algorithm, k, batch ? "batch" : "single", querySet].join("|");
}

/** Splits rows into series, in the order of their first rows. */
export function groupSeries(rows: readonly Row[]): Series[] {
  const groups = new Map<string, Series>();
  for (const row of rows) {
    const key = keySeries(row);
    const series = groups.get(key);
    if (series) series.rows.push(row);
    else {
      const { algorithm, dataset, run, k, batch, querySet } = row;
      groups.set(key, { key, algorithm, dataset, run, k, batch, querySet, rows: [row] });
    }
  }
  return [...groups.values()];
}

/** A short name of a row for addresses: FNV-1a over its names and its two main figures. */
export function nameRow(row: Row): string {
  const text = [keySeries(row), row.parameters, row.recall, row.qps].join("|");
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

import { compareQuerySets } from "./query-sets.ts";
import type { Conditions, Dataset, DatasetEntry, Row } from "./row.ts";

/** What the collection holds of a data set, from all its rows; `bytes` is its size over the wire. */
export function describeDataset(
  dataset: Dataset,
  rows: readonly Row[],
  bytes: number,
): DatasetEntry {
  const list = <T extends string | number>(read: (row: Row) => T): T[] => [
    ...new Set(rows.map(read)),
  ];
  return {
    ...dataset,
    rows: rows.length,
    bytes,
    ks: list(({ k }) => k).sort((a, b) => a - b),
    runs: list(({ run }) => run),
    // By first appearance: those of one run stand together, so that their colours differ.
    algorithms: list(({ algorithm }) => algorithm),
    querySets: list(({ querySet }) => querySet).sort(compareQuerySets),
    hasBatch: rows.some(({ batch }) => batch),
    first: chooseFirst(rows),
  };
}

// The run with the most algorithms, then the most rows; its k nearest to 10; its first query set;
// single queries where there are any. Speeds of two machines do not share an axis unasked.
function chooseFirst(rows: readonly Row[]): Conditions {
  const single = rows.filter(({ batch }) => !batch);
  const candidates = single.length > 0 ? single : rows;
  const byRun = [...Map.groupBy(candidates, ({ run }) => run)].map(([run, own]) => ({
    run,
    own,
    algorithms: new Set(own.map(({ algorithm }) => algorithm)).size,
  }));
  byRun.sort((a, b) => b.algorithms - a.algorithms || b.own.length - a.own.length);
  const { run, own } = byRun[0] ?? { run: "", own: [] };
  const k = own.reduce(
    (best, row) => (Math.abs(row.k - 10) < Math.abs(best - 10) ? row.k : best),
    own[0]?.k ?? 0,
  );
  const querySets = own.filter((row) => row.k === k).map((row) => row.querySet);
  const querySet = querySets.sort(compareQuerySets)[0] ?? "";
  return { run, k, querySet, batch: single.length === 0 };
}

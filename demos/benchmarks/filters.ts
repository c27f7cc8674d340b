import type { Algorithm, DatasetEntry, Family, Index, Row, Run } from "./row.ts";

/** Index by id, for joining rows with what is known about their names. */
export interface Meta {
  runs: ReadonlyMap<string, Run>;
  algorithms: ReadonlyMap<string, Algorithm>;
  datasets: ReadonlyMap<string, DatasetEntry>;
}

export const batchModes = ["single", "batch", "all"] as const;

/** What the reader chose. An empty list or an empty text is no restriction. */
export interface Filter {
  dataset: string;
  distance: string;
  k: number; // −1 is any
  families: Family[];
  algorithms: string[];
  runs: string[]; // a run is one machine at one date
  years: number[];
  querySets: string[];
  batch: (typeof batchModes)[number];
  minRecall: number; // 0 is no restriction; otherwise rows without recall go
}

export const emptyFilter: Filter = {
  dataset: "",
  distance: "",
  k: -1,
  families: [],
  algorithms: [],
  runs: [],
  years: [],
  querySets: [],
  batch: "single",
  minRecall: 0,
};

/** Maps by id of the lists that the page gets. */
export function indexMeta({ runs, algorithms, datasets }: Index): Meta {
  const byId = <T extends { id: string }>(items: readonly T[]): Map<string, T> =>
    new Map(items.map((item) => [item.id, item]));
  return { runs: byId(runs), algorithms: byId(algorithms), datasets: byId(datasets) };
}

/** The rows that pass every part of the filter, in their order. */
export function applyFilter(rows: readonly Row[], filter: Filter, meta: Meta): Row[] {
  const { dataset, distance, k, batch, minRecall } = filter;
  const families = new Set<string>(filter.families);
  const algorithms = new Set(filter.algorithms);
  const runs = new Set(filter.runs);
  const years = new Set(filter.years);
  const querySets = new Set(filter.querySets);
  return rows.filter(
    (row) =>
      (!dataset || row.dataset === dataset) &&
      (!distance || meta.datasets.get(row.dataset)?.distance === distance) &&
      (k < 0 || row.k === k) &&
      (batch === "all" || row.batch === (batch === "batch")) &&
      (minRecall <= 0 || row.recall >= minRecall) &&
      (algorithms.size === 0 || algorithms.has(row.algorithm)) &&
      (runs.size === 0 || runs.has(row.run)) &&
      (querySets.size === 0 || querySets.has(row.querySet)) &&
      (years.size === 0 || years.has(meta.runs.get(row.run)?.year ?? Number.NaN)) &&
      (families.size === 0 || families.has(meta.algorithms.get(row.algorithm)?.family ?? "other")),
  );
}

/** The data sets of a distance, the one with the most rows first. */
export function listDatasets(meta: Meta, distance = ""): DatasetEntry[] {
  return [...meta.datasets.values()]
    .filter((dataset) => !distance || dataset.distance === distance)
    .sort((a, b) => b.rows - a.rows || a.id.localeCompare(b.id));
}

/** The filter that a data set opens with: one machine, one k, one set of queries. */
export function createDefaultFilter({ id, first }: DatasetEntry): Filter {
  return {
    ...emptyFilter,
    dataset: id,
    k: first.k,
    runs: [first.run],
    querySets: first.querySet ? [first.querySet] : [],
    batch: first.batch ? "batch" : "single",
  };
}

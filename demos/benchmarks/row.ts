import type { Bilingual } from "../../src/site/languages.ts";

/** What may have been measured at one point; a row holds NaN for what its source did not publish. */
export const figureNames = [
  "recall", // found neighbours ÷ k, 0–1, mean over the queries
  "epsilonRecall", // the same with the true k-th distance × 1.01
  "largeEpsilonRecall", // × 1.1
  "relativeError", // sum of found distances ÷ sum of true ones, 1 is exact
  "averagePrecision", // range search only, 0–1
  "qps", // queries per second; what it means depends on Run.throughput and Row.batch
  "buildSeconds", // index build, or load where the source loads into a server
  "indexKb", // growth of resident memory, kB; can be negative
  "distanceComputations", // per query
  "candidates", // results returned per query
  "meanMs", // latency per query, ms
  "p50Ms",
  "p95Ms",
  "p99Ms",
  "p999Ms",
  "ssdReads", // per query
] as const;

export type FigureName = (typeof figureNames)[number];

/** One measured point: an algorithm with one setting on one data set, in one run. */
export interface Row extends Record<FigureName, number> {
  dataset: string;
  run: string;
  algorithm: string;
  parameters: string; // the run's own label
  k: number; // 0 where the source states none, or where the task has none (range search)
  batch: boolean; // all queries handed over at once
  querySet: string; // difficulty, filter or split of the queries; "" where there is only one set
}

/** All queries of one run were measured in one of these ways. */
export const throughputs = ["one-core", "many-cores", "unknown"] as const;

/** Measurements on one machine at one date. */
export interface Run {
  id: string;
  campaign: string; // several runs may belong together, e.g. one on each of four machines
  label: Bilingual;
  date: string; // 2021-02 or 2021-02-18, as exactly as the source says
  year: number;
  machine: Bilingual;
  source: string; // key in references.bib
  origin: string; // repository, path and commit
  licence: string; // SPDX name
  vendor: boolean; // run by the maker of one of the contestants
  frontierOnly: boolean; // settings off the frontier were not published
  throughput: (typeof throughputs)[number];
  note?: Bilingual | undefined;
}

export const distances = ["angular", "euclidean", "hamming", "inner-product", "unknown"] as const;

/** Vectors and queries. Sizes are absent where the source does not state them. */
export interface Dataset {
  id: string;
  name: string; // as published
  distance: (typeof distances)[number];
  dimensions?: number | undefined;
  points?: number | undefined;
  queries?: number | undefined;
  note?: Bilingual | undefined;
}

/** A data set with what the collection holds of it, known before its rows are loaded. */
export interface DatasetEntry extends Dataset {
  rows: number;
  bytes: number; // over the wire, compressed
  ks: number[];
  runs: string[];
  algorithms: string[];
  querySets: string[];
  hasBatch: boolean;
  first: Conditions; // shown first
}

/** One machine at one date, one k, one set of queries: what belongs on one pair of axes. */
export type Conditions = Pick<Row, "run" | "k" | "querySet" | "batch">;

export const families = [
  "graph",
  "tree",
  "inverted-file",
  "quantization",
  "hashing",
  "exact",
  "database",
  "other",
] as const;

export type Family = (typeof families)[number];

export const algorithmStates = ["active", "quiet", "superseded", "reference", "unknown"] as const;

export interface Algorithm {
  id: string;
  label: string; // the name the field uses, the same in both languages
  names: string[]; // as published in the sources
  family: Family;
  state: (typeof algorithmStates)[number];
}

/** Everything about the rows that is known without loading them; goes to the page as JSON. */
export interface Index {
  runs: Run[];
  datasets: DatasetEntry[];
  algorithms: Algorithm[];
}

const missing = Object.fromEntries(figureNames.map((name) => [name, Number.NaN]));

/** A row from its names and whatever figures there are; the rest is NaN. */
export function createRow(
  names: Pick<Row, "dataset" | "run" | "algorithm" | "parameters" | "k"> &
    Partial<Pick<Row, "batch" | "querySet">>,
  figures: Partial<Record<FigureName, number>>,
): Row {
  return {
    batch: false,
    querySet: "",
    ...(missing as Record<FigureName, number>),
    ...names,
    ...figures,
  };
}

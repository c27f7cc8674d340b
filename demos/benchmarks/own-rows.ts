import type { Bilingual } from "../../src/site/languages.ts";
import type { Meta } from "./filters.ts";
import { type Import, importRows } from "./import-rows.ts";
import type { Algorithm, Dataset, DatasetEntry, Index, Row, Run } from "./row.ts";

/** Rows that are not published: the reader's file or a live run, with what they refer to. */
export interface Addition {
  name: string;
  rows: Row[];
  runs: Run[];
  datasets: Dataset[];
  algorithms: Algorithm[];
}

/** Reads a reader's CSV into an addition, or says in one sentence what is wrong with it. */
export function readAddition(
  name: string,
  text: string,
  { dataset, meta, machine }: { dataset: string; meta: Meta; machine: Bilingual },
): Addition | { error: Bilingual } {
  const run = `own-${name}`;
  const result: Import | { error: Bilingual } = importRows(text, { run, dataset, meta });
  if ("error" in result) return result;
  const { rows, datasets, algorithms } = result;
  const today = new Date().toISOString().slice(0, 10);
  const described: Run = {
    id: run,
    campaign: run,
    label: { zh: name, en: name },
    date: today,
    year: Number(today.slice(0, 4)),
    machine,
    source: "",
    origin: name,
    licence: "",
    vendor: false,
    frontierOnly: false,
    throughput: "unknown",
  };
  return { name, rows, runs: [described], datasets, algorithms };
}

/** The index with the names of the additions, so that their rows are drawn and listed alike. */
export function extendIndex(index: Index, additions: readonly Addition[]): Index {
  return {
    runs: [...index.runs, ...additions.flatMap(({ runs }) => runs)],
    algorithms: [...index.algorithms, ...additions.flatMap(({ algorithms }) => algorithms)],
    datasets: [
      ...index.datasets.map((entry) => addAlgorithms(entry, additions)),
      ...additions.flatMap(describeDatasets),
    ],
  };
}

// Those of the collection stay first, so that each keeps its look.
function addAlgorithms(entry: DatasetEntry, additions: readonly Addition[]): DatasetEntry {
  const own = additions
    .flatMap(({ rows }) => rows)
    .filter(({ dataset }) => dataset === entry.id)
    .map(({ algorithm }) => algorithm);
  return { ...entry, algorithms: [...new Set([...entry.algorithms, ...own])] };
}

function describeDatasets({ datasets, rows }: Addition): DatasetEntry[] {
  return datasets.map((dataset) => {
    const own = rows.filter((row) => row.dataset === dataset.id);
    const first = own[0];
    return {
      ...dataset,
      rows: own.length,
      bytes: 0,
      ks: [...new Set(own.map(({ k }) => k))],
      runs: [...new Set(own.map(({ run }) => run))],
      algorithms: [...new Set(own.map(({ algorithm }) => algorithm))],
      querySets: [...new Set(own.map(({ querySet }) => querySet))],
      hasBatch: own.some(({ batch }) => batch),
      first: {
        run: first?.run ?? "",
        k: first?.k ?? 0,
        querySet: first?.querySet ?? "",
        batch: first?.batch ?? false,
      },
    };
  });
}

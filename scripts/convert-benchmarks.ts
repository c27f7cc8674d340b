// Turns published benchmark files into content/benchmarks/rows/, one file per data set:
//   npx node scripts/convert-benchmarks.ts <folder of the published csv files>
// Names are joined with runs.yaml, datasets.yaml and algorithms.yaml; unknown ones are refused.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "../demos/benchmarks/csv.ts";
import { compareQuerySets } from "../demos/benchmarks/query-sets.ts";
import { createRow, type Row } from "../demos/benchmarks/row.ts";
import { formatRows } from "../demos/benchmarks/row-table.ts";
import { type BenchmarkNames, readBenchmarkNames } from "../src/site/benchmarks.ts";
import { annBenchmarksFiles } from "./benchmarks/ann-benchmarks-files.ts";
import { otherFiles } from "./benchmarks/other-files.ts";
import type { Cells, PublishedRow } from "./benchmarks/published-row.ts";
import { vectordbbenchFiles } from "./benchmarks/vectordbbench-file.ts";

const files = { ...annBenchmarksFiles, ...otherFiles, ...vectordbbenchFiles };

function convertBenchmarks(folder: string, target: string): void {
  const names = readBenchmarkNames(process.cwd());
  const rows = Object.entries(files).flatMap(([file, read]) =>
    readRecords(join(folder, file)).map(({ line, cells }) => {
      try {
        return joinNames(read(cells), names);
      } catch (error) {
        throw new Error(`${file}:${line}: ${error instanceof Error ? error.message : error}`);
      }
    }),
  );
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const runOrder = names.runs.map(({ id }) => id);
  for (const [dataset, own] of Map.groupBy(rows, (row) => row.dataset)) {
    own.sort(
      (a, b) =>
        runOrder.indexOf(a.run) - runOrder.indexOf(b.run) ||
        a.k - b.k ||
        Number(a.batch) - Number(b.batch) ||
        compareQuerySets(a.querySet, b.querySet) ||
        a.algorithm.localeCompare(b.algorithm),
    );
    writeFileSync(join(target, `${dataset}.csv`), formatRows(own));
    console.log(`${String(own.length).padStart(6)}  ${dataset}`);
  }
  console.log(`${String(rows.length).padStart(6)}  in all`);
}

function readRecords(path: string): { line: number; cells: Cells }[] {
  const { records, fault } = parseCsv(readFileSync(path, "utf8"));
  if (fault) throw new Error(`${fault.kind} (${path}:${fault.line}, column ${fault.column})`);
  const header = records[0]?.cells ?? [];
  return records.slice(1).map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ""])),
  }));
}

function joinNames(published: PublishedRow, { runs, datasets, algorithms }: BenchmarkNames): Row {
  const dataset = datasets.find(({ name }) => name === published.dataset)?.id;
  const algorithm = findAlgorithm(published, algorithms);
  const isRunKnown = runs.some(({ id }) => id === published.run);
  if (!dataset) throw new Error(`unknown data set: ${published.dataset}`);
  if (!algorithm) throw new Error(`unknown algorithm: ${published.algorithm}`);
  if (!isRunKnown) throw new Error(`unknown run: ${published.run}`);
  return createRow({ ...published, dataset, algorithm }, published.figures);
}

// Names are those of one file; the competition has entries called like products.
function findAlgorithm(
  { algorithm, run }: PublishedRow,
  algorithms: BenchmarkNames["algorithms"],
): string | undefined {
  const matches = algorithms.filter(({ names }) => names.includes(algorithm));
  if (matches.length === 1) return matches[0]?.id;
  const isCompetition = run.startsWith("bigann-");
  return matches.find(({ id }) => id.startsWith("bigann-") === isCompetition)?.id;
}

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("missing argument: the folder of the published csv files");
  process.exit(1);
}
convertBenchmarks(folder, "content/benchmarks/rows");

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "astro/zod";
import { encodeRows } from "../../demos/benchmarks/codec.ts";
import { type Score, scoreRows } from "../../demos/benchmarks/cross-dataset.ts";
import { describeDataset } from "../../demos/benchmarks/dataset-entry.ts";
import {
  type Algorithm,
  algorithmStates,
  type Dataset,
  distances,
  families,
  type Index,
  type Row,
  type Run,
  throughputs,
} from "../../demos/benchmarks/row.ts";
import { readRows } from "../../demos/benchmarks/row-table.ts";
import { ContentError, type Fault } from "./fault.ts";
import { readYamlFile } from "./yaml-file.ts";

const text = z.string().min(1);
const bilingual = z.strictObject({ zh: text, en: text });
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const count = z.int().positive();

const runsSchema = z.array(
  z.strictObject({
    id,
    campaign: id,
    label: bilingual,
    date: z.string().regex(/^\d{4}(-\d\d){0,2}$/),
    machine: bilingual,
    source: text,
    origin: text,
    licence: text,
    vendor: z.boolean(),
    frontierOnly: z.boolean(),
    throughput: z.enum(throughputs),
    note: bilingual.optional(),
  }),
);

const datasetsSchema = z.array(
  z.strictObject({
    id,
    name: text,
    distance: z.enum(distances),
    dimensions: count.optional(),
    points: count.optional(),
    queries: count.optional(),
    note: bilingual.optional(),
  }),
);

const algorithmsSchema = z.array(
  z.strictObject({
    id,
    label: text,
    names: z.array(text).min(1),
    family: z.enum(families),
    state: z.enum(algorithmStates),
  }),
);

/** What rows refer to. */
export interface BenchmarkNames {
  runs: Run[];
  datasets: Dataset[];
  algorithms: Algorithm[];
}

/** All published measurements: what the page gets at once, and what it gets on demand. */
export interface Benchmarks extends Index {
  /** All rows of one data set; throws when there is no such data set. */
  rowsOf(dataset: string): Row[];
  /** The file that the page loads for a data set: its encoded rows, gzipped. */
  fileOf(dataset: string): Uint8Array<ArrayBuffer>;
  /** Every algorithm against its rivals, over all data sets. */
  scores: Score[];
}

/** Reads content/benchmarks/*.yaml below `root`. Throws ContentError with every fault. */
export function readBenchmarkNames(root: string): BenchmarkNames {
  const faults: Fault[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    const file = readYamlFile(root, join(root, `content/benchmarks/${name}.yaml`), schema);
    faults.push(...file.faults);
    return file.value;
  };
  const runs = read("runs", runsSchema) ?? [];
  const datasets = read("datasets", datasetsSchema) ?? [];
  const algorithms = read("algorithms", algorithmsSchema) ?? [];
  if (faults.length > 0) throw new ContentError(faults);
  const dated = runs.map((run) => ({ ...run, year: Number(run.date.slice(0, 4)) }));
  return { runs: dated, datasets, algorithms };
}

let loaded: Benchmarks | undefined;

/** The measurements of this project, read once per process. */
export function loadBenchmarks(): Benchmarks {
  loaded ??= readBenchmarks(process.cwd());
  return loaded;
}

/** Reads everything below content/benchmarks/. Throws on the first fault in a file of rows. */
export function readBenchmarks(root: string): Benchmarks {
  const { runs, datasets, algorithms } = readBenchmarkNames(root);
  const folder = join(root, "content/benchmarks/rows");
  const files = readdirSync(folder).map((name) => name.replace(/\.csv$/, ""));
  const rows = new Map<string, Row[]>();
  for (const { id } of datasets) {
    const file = `content/benchmarks/rows/${id}.csv`;
    rows.set(id, readRows(readFileSync(join(root, file), "utf8"), file));
  }
  for (const file of files) if (!rows.has(file)) throw new Error(`unknown data set: ${file}`);
  const rowsOf = (dataset: string): Row[] => {
    const own = rows.get(dataset);
    if (!own) throw new Error(`unknown data set: ${dataset}`);
    return own;
  };
  const packed = new Map(datasets.map(({ id }) => [id, packRows(id, rowsOf(id))]));
  const fileOf = (dataset: string): Uint8Array<ArrayBuffer> =>
    packed.get(dataset) ?? packRows(dataset, rowsOf(dataset));
  return {
    runs,
    algorithms,
    datasets: datasets.map((dataset) =>
      describeDataset(dataset, rowsOf(dataset.id), fileOf(dataset.id).length),
    ),
    rowsOf,
    fileOf,
    scores: [...rows.values()].flatMap(scoreRows),
  };
}

function packRows(dataset: string, rows: readonly Row[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(encodeRows(dataset, rows), { level: 9 }));
}

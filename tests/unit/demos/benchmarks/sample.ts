import { describeDataset } from "../../../../demos/benchmarks/dataset-entry.ts";
import { indexMeta, type Meta } from "../../../../demos/benchmarks/filters.ts";
import {
  type Algorithm,
  createRow,
  type FigureName,
  type Row,
  type Run,
} from "../../../../demos/benchmarks/row.ts";

/** A row on glove of run r21 with k 10, unless said otherwise. */
export function sampleRow(
  names: Partial<Omit<Row, FigureName>>,
  figures: Partial<Record<FigureName, number>>,
): Row {
  const usual = { dataset: "glove", run: "r21", algorithm: "graph-a", parameters: "M=8", k: 10 };
  return createRow({ ...usual, ...names }, figures);
}

function sampleRun(id: string, year: number): Run {
  return {
    id,
    campaign: id,
    label: { zh: id, en: id },
    date: String(year),
    year,
    machine: { zh: "机器", en: `machine of ${id}` },
    source: "someone2021",
    origin: "owner/repository, file, commit",
    licence: "MIT",
    vendor: false,
    frontierOnly: false,
    throughput: "one-core",
  };
}

function sampleAlgorithm(id: string, family: Algorithm["family"]): Algorithm {
  return { id, label: id.toUpperCase(), names: [id], family, state: "active" };
}

/** Names and descriptions of two data sets, three algorithms and two runs. */
export function sampleMeta(rows: readonly Row[]): Meta {
  const glove = { id: "glove", name: "glove-100-angular", distance: "angular" } as const;
  const sift = { id: "sift", name: "sift-128-euclidean", distance: "euclidean" } as const;
  return indexMeta({
    runs: [sampleRun("r21", 2021), sampleRun("r22", 2022)],
    algorithms: [
      sampleAlgorithm("graph-a", "graph"),
      sampleAlgorithm("tree-b", "tree"),
      sampleAlgorithm("exact-c", "exact"),
    ],
    datasets: [glove, sift].map((dataset) =>
      describeDataset(
        dataset,
        rows.filter((row) => row.dataset === dataset.id),
        100,
      ),
    ),
  });
}

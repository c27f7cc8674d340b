import type { Bilingual } from "../../../src/site/languages.ts";
import {
  type Algorithm,
  createRow,
  type Dataset,
  type Family,
  type Row,
  type Run,
} from "../row.ts";
import type { Engine, LivePoint } from "./live-event.ts";
import { type ContestantId, type LivePlan, QUERIES } from "./plan.ts";

/** A point with all that it takes to measure it again. */
export interface LiveRow extends LivePoint {
  plan: LivePlan;
  date: string; // 2026-11-24
}

/** Live rows in the form of published ones, with what they refer to. */
export interface LiveCollection {
  rows: Row[];
  runs: Run[];
  datasets: Dataset[];
  algorithms: Algorithm[];
}

/** Name and family of each contestant, in the words of the field. */
export const contestantFacts: Record<ContestantId, { label: string; family: Family }> = {
  "brute-force": { label: "brute force (live)", family: "exact" },
  "inverted-file": { label: "IVF (live)", family: "inverted-file" },
  "projection-forest": { label: "RP forest (live)", family: "tree" },
  hnsw: { label: "HNSW (live)", family: "graph" },
  "brute-force-webgpu": { label: "brute force WebGPU (live)", family: "exact" },
};

/** The label under which the figures of one engine stand: they never mix with another machine's. */
export function nameMachine(engine: Engine): Bilingual {
  const name = nameEngine(engine);
  return { zh: `本机浏览器 · ${name}`, en: `this browser · ${name}` };
}

export function nameEngine(engine: Engine): string {
  if (engine.kind === "javascript") return "JavaScript";
  return `WebGPU (${engine.adapter}${engine.software ? ", software" : ""})`;
}

export function nameDataset({ n, d, clusters, seed }: LivePlan): string {
  return `gaussians-${n}x${d}-${clusters}-euclidean-seed${seed}`;
}

/** @param liveRows in the order in which they were measured */
export function toCollection(liveRows: readonly LiveRow[]): LiveCollection {
  const runs = new Map<string, Run>();
  const datasets = new Map<string, Dataset>();
  const algorithms = new Map<string, Algorithm>();
  const rows = liveRows.map((row) => {
    const run = describeRun(row);
    const dataset = describeDataset(row.plan);
    const algorithm = describeAlgorithm(row.contestant);
    runs.set(run.id, run);
    datasets.set(dataset.id, dataset);
    algorithms.set(algorithm.id, algorithm);
    const { parameters, batch, recall, qps, buildSeconds, indexKb, plan } = row;
    return createRow(
      { dataset: dataset.id, run: run.id, algorithm: algorithm.id, parameters, batch, k: plan.k },
      { recall, qps, buildSeconds, indexKb },
    );
  });
  return {
    rows,
    runs: [...runs.values()],
    datasets: [...datasets.values()],
    algorithms: [...algorithms.values()],
  };
}

function describeRun({ engine, date }: LiveRow): Run {
  const machine = nameMachine(engine);
  return {
    id: `live-${nameEngine(engine)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")}`,
    campaign: "live",
    label: machine,
    date,
    year: Number(date.slice(0, 4)),
    machine,
    source: "",
    origin: "",
    licence: "",
    vendor: false,
    frontierOnly: false,
    throughput: engine.kind === "javascript" ? "one-core" : "many-cores",
  };
}

function describeDataset(plan: LivePlan): Dataset {
  const name = nameDataset(plan);
  return {
    id: name,
    name,
    distance: "euclidean",
    dimensions: plan.d,
    points: plan.n,
    queries: QUERIES,
    note: {
      zh: `由种子 ${plan.seed} 生成的 ${plan.clusters} 个高斯簇。`,
      en: `${plan.clusters} Gaussian clusters drawn from seed ${plan.seed}.`,
    },
  };
}

function describeAlgorithm(contestant: ContestantId): Algorithm {
  const { label, family } = contestantFacts[contestant];
  return { id: `live-${contestant}`, label, names: [label], family, state: "reference" };
}

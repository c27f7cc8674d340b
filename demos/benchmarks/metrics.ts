import type { Bilingual } from "../../src/site/languages.ts";
import type { FigureName, Row } from "./row.ts";
import type { ScaleId } from "./scales.ts";

/** Something that can stand on an axis: how to read it from a row, and which end is better. */
export interface Metric {
  id: MetricId;
  label: Bilingual;
  unit: string;
  better: "high" | "low";
  scale: ScaleId; // the one shown first
  scales: readonly ScaleId[]; // those that make sense
  note?: Bilingual;
  /** NaN where the row does not hold it. */
  read(row: Row): number;
}

export type MetricId = FigureName | "inverseQpsMs" | "indexPerQps";

const shareScales: readonly ScaleId[] = ["linear", "logit", "complement"];
const amountScales: readonly ScaleId[] = ["log", "linear"];

function measure(
  id: FigureName,
  label: Bilingual,
  rest: Pick<Metric, "unit" | "better"> & Partial<Metric>,
): Metric {
  return { id, label, scale: "log", scales: amountScales, read: (row) => row[id], ...rest };
}

const share = { unit: "", better: "high", scale: "linear", scales: shareScales } as const;
const milliseconds = { unit: "ms", better: "low" } as const;

/** Every metric, in the order in which a reader chooses. */
export const metrics: readonly Metric[] = [
  measure("recall", { zh: "召回率", en: "Recall" }, share),
  measure("epsilonRecall", { zh: "近似召回率（ε = 0.01）", en: "Recall, ε = 0.01" }, share),
  measure("largeEpsilonRecall", { zh: "近似召回率（ε = 0.1）", en: "Recall, ε = 0.1" }, share),
  measure("qps", { zh: "每秒查询数", en: "Queries per second" }, { unit: "1/s", better: "high" }),
  {
    id: "inverseQpsMs",
    label: { zh: "平均每条耗时", en: "Mean time per query" },
    ...milliseconds,
    scale: "log",
    scales: amountScales,
    note: {
      zh: "1000 ÷ 每秒查询数。单核逐条查询时是平均延迟，其余情况不是。",
      en: "1,000 ÷ queries per second. It is mean latency only for single queries on one core.",
    },
    read: ({ qps }) => 1000 / qps,
  },
  measure("buildSeconds", { zh: "建索引时间", en: "Build time" }, { unit: "s", better: "low" }),
  measure(
    "indexKb",
    { zh: "索引大小", en: "Index size" },
    {
      unit: "kB",
      better: "low",
      note: {
        zh: "建索引前后常驻内存之差，可能为负。",
        en: "Growth of resident memory during the build; it can be negative.",
      },
    },
  ),
  {
    id: "indexPerQps",
    label: { zh: "索引大小 ÷ 每秒查询数", en: "Index size ÷ queries per second" },
    unit: "kB·s",
    better: "low",
    scale: "log",
    scales: amountScales,
    read: ({ indexKb, qps }) => indexKb / qps,
  },
  measure(
    "distanceComputations",
    { zh: "每条查询的距离计算次数", en: "Distance computations" },
    {
      unit: "",
      better: "low",
    },
  ),
  measure(
    "candidates",
    { zh: "每条查询返回的结果数", en: "Results returned" },
    {
      unit: "",
      better: "low",
    },
  ),
  measure(
    "relativeError",
    { zh: "相对误差", en: "Relative error" },
    {
      unit: "",
      better: "low",
      scale: "linear",
      note: {
        zh: "返回结果的距离之和 ÷ 真值的距离之和，1 是精确。",
        en: "Sum of found distances ÷ sum of true ones; 1 is exact.",
      },
    },
  ),
  measure("meanMs", { zh: "平均延迟", en: "Mean latency" }, milliseconds),
  measure("p50Ms", { zh: "p50 延迟", en: "p50 latency" }, milliseconds),
  measure("p95Ms", { zh: "p95 延迟", en: "p95 latency" }, milliseconds),
  measure("p99Ms", { zh: "p99 延迟", en: "p99 latency" }, milliseconds),
  measure("p999Ms", { zh: "p99.9 延迟", en: "p99.9 latency" }, milliseconds),
  measure("averagePrecision", { zh: "平均精度", en: "Average precision" }, share),
  measure(
    "ssdReads",
    { zh: "每条查询读 SSD 次数", en: "SSD reads per query" },
    {
      unit: "",
      better: "low",
    },
  ),
];

const byId = new Map(metrics.map((metric) => [metric.id as string, metric]));

/** The metric of this name, or undefined. */
export function findMetric(id: string): Metric | undefined {
  return byId.get(id);
}

/** The metric of a name known to exist; throws on any other. */
export function getMetric(id: MetricId): Metric {
  const metric = byId.get(id);
  if (!metric) throw new Error(`unknown metric: ${id}`);
  return metric;
}

/** The metrics that at least one of these rows holds. */
export function listPresent(rows: readonly Row[]): Metric[] {
  return metrics.filter(({ read }) => rows.some((row) => Number.isFinite(read(row))));
}

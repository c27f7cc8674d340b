import type { Language } from "../../src/site/languages.ts";
import type { Meta } from "./filters.ts";
import { formatFigure, formatK } from "./format.ts";
import { labels } from "./labels.ts";
import type { Metric } from "./metrics.ts";
import { labelQuerySet } from "./query-sets.ts";
import type { Row } from "./row.ts";
import { nameRun } from "./summary.ts";

/** A column of rows: what it says and what it sorts by. */
export interface Column {
  id: string;
  label: string;
  isNumber: boolean;
  format(row: Row): string;
  order(row: Row): number | string;
}

/** Names first, then the figures that the rows hold; columns that would say nothing are left out. */
export function listColumns(
  rows: readonly Row[],
  metrics: readonly Metric[],
  meta: Meta,
  lang: Language,
): Column[] {
  const words = labels[lang];
  const text = (id: string, label: string, format: (row: Row) => string): Column => ({
    id,
    label,
    isNumber: false,
    format,
    order: format,
  });
  const differs = (read: (row: Row) => unknown): boolean => new Set(rows.map(read)).size > 1;
  const columns: (Column | false)[] = [
    text(
      "algorithm",
      words.algorithm,
      (row) => meta.algorithms.get(row.algorithm)?.label ?? row.algorithm,
    ),
    ...metrics
      .filter((metric) => rows.some((row) => Number.isFinite(metric.read(row))))
      .map((metric) => ({
        id: metric.id,
        label: metric.label[lang],
        isNumber: true,
        format: (row: Row) => formatFigure(metric, metric.read(row)),
        order: metric.read,
      })),
    differs((row) => row.k) && {
      id: "k",
      label: "k",
      isNumber: true,
      format: (row) => formatK(row.k, "–"),
      order: (row) => row.k,
    },
    differs((row) => row.dataset) &&
      text("dataset", words.dataset, (row) => meta.datasets.get(row.dataset)?.name ?? row.dataset),
    differs((row) => row.querySet) &&
      text("queries", words.queries, (row) => labelQuerySet(row.querySet)[lang]),
    differs((row) => row.batch) &&
      text("batch", words.batch, (row) => words.batchModes[row.batch ? "batch" : "single"]),
    text("run", words.run, (row) => nameRun(meta.runs.get(row.run), row.run, lang)),
    text("machine", words.machine, (row) => meta.runs.get(row.run)?.machine[lang] ?? "–"),
    text("parameters", words.parameters, (row) => row.parameters),
  ];
  return columns.filter((column) => column !== false);
}

/** Rows in the order of a column; missing figures come last either way. */
export function sortRows(rows: readonly Row[], column: Column, isDescending: boolean): Row[] {
  const sign = isDescending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [first, second] = [column.order(a), column.order(b)];
    if (typeof first === "string" || typeof second === "string") {
      return sign * String(first).localeCompare(String(second));
    }
    const gaps = Number(Number.isNaN(first)) - Number(Number.isNaN(second));
    return gaps || sign * (first - second);
  });
}

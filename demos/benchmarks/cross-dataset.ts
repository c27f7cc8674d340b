import type { Bilingual } from "../../src/site/languages.ts";
import { findFrontier } from "./frontier.ts";
import { getMetric } from "./metrics.ts";
import type { Row } from "./row.ts";
import { groupSeries, type Series } from "./series.ts";

/** The rule, as a reader should read it beside the table. */
export const scoreRule: Bilingual = {
  zh: "只在同一次测量、同一台机器、同一数据集、同一 k、同一组查询内比较。对 0.5 到 1 之间的每个召回率目标，取各算法达到目标的最快实测值，除以当时最快者，达不到记 0；对目标求平均，上限是这组里有人达到的最高召回率。1 表示处处最快。总分是先在数据集内、再在数据集之间求平均。",
  en: "Compared only within one run on one machine, one data set, one k and one set of queries. For every recall target from 0.5 to 1, each algorithm’s fastest measured setting that reaches it is divided by the fastest of all; 0 where it does not get there. The mean over the targets, up to the highest recall anyone reached, is the score: 1 is fastest everywhere. The overall score is the mean within each data set, then over the data sets.",
};

/** How one algorithm did against the others under the same conditions. */
export interface Score {
  dataset: string;
  run: string;
  k: number;
  querySet: string;
  batch: boolean;
  algorithm: string;
  score: number; // 0–1
  rivals: number; // algorithms compared, this one counted
}

export interface OverallScore {
  algorithm: string;
  score: number; // mean over the data sets
  datasets: { dataset: string; score: number }[];
  comparisons: number;
}

const lowestTarget = 0.5;

/** Scores every algorithm in every condition in which at least two were measured. */
export function scoreRows(rows: readonly Row[]): Score[] {
  const cells = new Map<string, Series[]>();
  for (const series of groupSeries(rows)) {
    const { dataset, run, k, querySet, batch } = series;
    const key = [dataset, run, k, querySet, batch].join("|");
    const cell = cells.get(key);
    if (cell) cell.push(series);
    else cells.set(key, [series]);
  }
  return [...cells.values()].filter((cell) => cell.length > 1).flatMap(scoreCell);
}

/** Means per algorithm over the given scores, best first. */
export function averageScores(scores: readonly Score[]): OverallScore[] {
  const byAlgorithm = Map.groupBy(scores, ({ algorithm }) => algorithm);
  return [...byAlgorithm]
    .map(([algorithm, own]) => {
      const byDataset = Map.groupBy(own, ({ dataset }) => dataset);
      const datasets = [...byDataset].map(([dataset, cells]) => ({
        dataset,
        score: average(cells.map(({ score }) => score)),
      }));
      const score = average(datasets.map((entry) => entry.score));
      return { algorithm, score, datasets, comparisons: own.length };
    })
    .sort((a, b) => b.score - a.score || a.algorithm.localeCompare(b.algorithm));
}

function scoreCell(cell: readonly Series[]): Score[] {
  const curves = cell.map(({ rows }) =>
    findFrontier(rows, getMetric("recall"), getMetric("qps")).filter(
      ({ recall }) => recall > lowestTarget,
    ),
  );
  // Between two neighbouring recalls nothing changes: the curves are steps.
  const steps = [...new Set(curves.flat().map(({ recall }) => recall))].sort((a, b) => a - b);
  const sums = cell.map(() => 0);
  let start = lowestTarget;
  for (const end of steps) {
    const speeds = curves.map((curve) => curve.find(({ recall }) => recall >= end)?.qps ?? 0);
    const fastest = Math.max(...speeds);
    speeds.forEach((speed, i) => {
      sums[i] = (sums[i] ?? 0) + (speed / fastest) * (end - start);
    });
    start = end;
  }
  const width = start - lowestTarget;
  if (width === 0) return [];
  return cell.map(({ dataset, run, k, querySet, batch, algorithm }, i) => ({
    dataset,
    run,
    k,
    querySet,
    batch,
    algorithm,
    score: Number(((sums[i] ?? 0) / width).toFixed(4)),
    rivals: cell.length,
  }));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

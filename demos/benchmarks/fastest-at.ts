import type { Bilingual } from "../../src/site/languages.ts";
import { findFrontier } from "./frontier.ts";
import { getMetric } from "./metrics.ts";
import type { Row } from "./row.ts";
import { groupSeries, type Series } from "./series.ts";

/** The rule, as a reader should read it beside the bars. */
export const fastestRule: Bilingual = {
  zh: "条形是实测值：召回率达到目标的配置里最快的一个。旁边的估计值由前沿上夹住目标的两个实测点插值得到，召回率取线性，每秒查询数取对数；目标低于最低点时取最低点，高于最高点时没有值。从不外推。",
  en: "Bars are measured: the fastest setting that reached the target. The estimate beside them interpolates between the two frontier points around the target, linear in recall and logarithmic in queries per second. Below the lowest point it is that point; above the highest there is none. Nothing is extrapolated.",
};

export interface Fastest {
  series: Series;
  /** The fastest measured row that reaches the target; undefined when none does. */
  measured: Row | undefined;
  /** Queries per second interpolated at the target; NaN when no row reaches it. */
  interpolated: number;
  /** The frontier rows on both sides of the target, when the estimate lies between two. */
  between: readonly [Row, Row] | undefined;
  /** The best recall of the series, to say how far a series that fails has come. */
  bestRecall: number;
}

/** Per series of the rows the fastest at recall ≥ target, fastest first, those that fail last. */
export function rankFastest(rows: readonly Row[], target: number): Fastest[] {
  return groupSeries(rows)
    .map((series) => findFastest(series, target))
    .sort(
      (a, b) =>
        (b.measured?.qps ?? 0) - (a.measured?.qps ?? 0) ||
        b.bestRecall - a.bestRecall ||
        a.series.key.localeCompare(b.series.key),
    );
}

/** See `fastestRule`. */
export function findFastest(series: Series, target: number): Fastest {
  // The frontier comes fastest first, so recall rises along it.
  const frontier = findFrontier(series.rows, getMetric("recall"), getMetric("qps"));
  const index = frontier.findIndex((row) => row.recall >= target);
  const bestRecall = frontier.at(-1)?.recall ?? Number.NaN;
  const above = frontier[index];
  if (!above) {
    return {
      series,
      measured: undefined,
      interpolated: Number.NaN,
      between: undefined,
      bestRecall,
    };
  }
  const below = frontier[index - 1];
  if (!below || above.recall === target) {
    return { series, measured: above, interpolated: above.qps, between: undefined, bestRecall };
  }
  const share = (target - below.recall) / (above.recall - below.recall);
  const interpolated = below.qps * (above.qps / below.qps) ** share;
  return { series, measured: above, interpolated, between: [below, above], bestRecall };
}

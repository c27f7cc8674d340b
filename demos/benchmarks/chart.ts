import { findFrontier } from "./frontier.ts";
import { getMetric, type Metric } from "./metrics.ts";
import type { Style } from "./palette.ts";
import type { Row } from "./row.ts";
import { buildScale, judgeValue, type Scale } from "./scales.ts";
import { groupSeries, type Series } from "./series.ts";
import type { ViewState } from "./view-state.ts";

/** A series as it is drawn. */
export interface Curve {
  series: Series;
  style: Style;
  frontier: Row[]; // best y first
  others: Row[]; // off the frontier; empty unless all points are asked for
}

export interface ChartAxis {
  metric: Metric;
  scale: Scale;
}

/** What a chart shows, before it has a size. */
export interface Chart {
  curves: Curve[];
  x: ChartAxis;
  y: ChartAxis;
  counts: { shown: number; hidden: number; clamped: number };
}

export type ChartView = Pick<ViewState, "x" | "y" | "xScale" | "yScale" | "points">;

/** Values that an axis must at least hold, so that small charts share it. */
export interface Limits {
  x: readonly [number, number];
  y: readonly [number, number];
}

/** `styles` holds the look of each series by its key; a series without one is not drawn. */
export function buildChart(
  rows: readonly Row[],
  view: ChartView,
  styles: ReadonlyMap<string, Style>,
  limits?: Limits,
): Chart {
  const x = getMetric(view.x);
  const y = getMetric(view.y);
  const series = groupSeries(rows);
  const counts = { shown: 0, hidden: 0, clamped: 0 };
  const canShow = (row: Row): boolean => {
    const placings = [judgeValue(view.xScale, x.read(row)), judgeValue(view.yScale, y.read(row))];
    if (placings.includes("hidden")) counts.hidden++;
    else if (placings.includes("clamped")) counts.clamped++;
    if (!placings.includes("hidden")) counts.shown++;
    return !placings.includes("hidden");
  };
  const curves = series.flatMap((one): Curve[] => {
    const frontier = findFrontier(one.rows, x, y);
    const kept = new Set(frontier);
    const isMeasured = (row: Row): boolean =>
      Number.isFinite(x.read(row)) && Number.isFinite(y.read(row));
    const others =
      view.points === "all" ? one.rows.filter((row) => !kept.has(row) && isMeasured(row)) : [];
    const style = styles.get(one.key);
    const curve = {
      series: one,
      frontier: frontier.filter(canShow),
      others: others.filter(canShow),
    };
    return style && curve.frontier.length + curve.others.length > 0 ? [{ ...curve, style }] : [];
  });
  const drawn = curves.flatMap((curve) => [...curve.frontier, ...curve.others]);
  return {
    curves,
    x: { metric: x, scale: buildScale(view.xScale, drawn.map(x.read), limits?.x) },
    y: { metric: y, scale: buildScale(view.yScale, drawn.map(y.read), limits?.y) },
    counts,
  };
}

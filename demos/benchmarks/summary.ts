import type { Language } from "../../src/site/languages.ts";
import type { Chart } from "./chart.ts";
import type { Meta } from "./filters.ts";
import { formatFigure, joinList } from "./format.ts";
import { findFrontier } from "./frontier.ts";
import { labels } from "./labels.ts";
import { labelQuerySet } from "./query-sets.ts";
import type { Run } from "./row.ts";
import type { ViewState } from "./view-state.ts";

const usualTarget = 0.9;

/** One sentence or two on a chart for those who cannot see it. */
export function summariseChart(
  { curves, x, y, counts }: Chart,
  place: string,
  meta: Meta,
  lang: Language,
): string {
  const words = labels[lang];
  if (curves.length === 0) return words.none;
  const sentence = words.summary({
    points: counts.shown,
    series: curves.length,
    x: x.metric.label[lang],
    y: y.metric.label[lang],
    place,
  });
  const points = curves.flatMap(({ frontier }) => frontier);
  // On a share, speed matters where the share is high.
  const isShare = x.metric.scales.includes("logit");
  const high = isShare ? points.filter((row) => x.metric.read(row) >= usualTarget) : [];
  const best = findFrontier(high.length > 0 ? high : points, x.metric, y.metric)[0];
  const runs = new Set(curves.map(({ series }) => series.run));
  // Across data sets, values of k or queries there is no best.
  const conditions = new Set(
    curves.map(({ series }) => [series.dataset, series.k, series.querySet].join("|")),
  );
  if (!best || conditions.size > 1) return sentence;
  const label = meta.algorithms.get(best.algorithm)?.label ?? best.algorithm;
  const facts = {
    name: runs.size > 1 ? `${label} · ${nameRun(meta.runs.get(best.run), best.run, lang)}` : label,
    value: formatFigure(y.metric, y.metric.read(best)),
    x: x.metric.label[lang],
    y: y.metric.label[lang],
    from: high.length > 0 ? String(usualTarget) : "",
  };
  return sentence + words.summaryBest(facts);
}

/** Data set, k, queries and machines of a view, as a heading of its chart. */
export function describePlace(
  view: ViewState,
  runs: readonly string[],
  meta: Meta,
  lang: Language,
): string {
  const { filter, facet } = view;
  const names = runs.map((id) => nameRun(meta.runs.get(id), id, lang));
  const shown =
    names.length > 3 ? [...names.slice(0, 2), labels[lang].more(names.length - 2)] : names;
  return [
    facet === "datasets" ? "" : (meta.datasets.get(filter.dataset)?.name ?? filter.dataset),
    filter.k > 0 ? `k = ${filter.k}` : "",
    filter.querySets.length === 1 ? labelQuerySet(filter.querySets[0] ?? "")[lang] : "",
    joinList(shown, lang),
  ]
    .filter(Boolean)
    .join(lang === "zh" ? "，" : ", ");
}

/** A run with its year, short enough to stand beside a curve. */
export function nameRun(run: Run | undefined, id: string, lang: Language): string {
  if (!run) return id;
  const label = run.label[lang];
  return label.includes(String(run.year)) ? label : `${label} ${run.year}`;
}

import type { Language } from "../../src/site/languages.ts";
import type { Meta } from "./filters.ts";
import { labels } from "./labels.ts";
import { labelQuerySet } from "./query-sets.ts";
import type { Series } from "./series.ts";
import { nameRun } from "./summary.ts";

export type Condition = "dataset" | "run" | "k" | "querySet" | "batch";

/** What sets a series apart from others of its algorithm, said only where `all` differ in it. */
export function describeConditions(
  series: Series,
  all: readonly Series[],
  asked: readonly Condition[],
  meta: Meta,
  lang: Language,
): string {
  const say: Record<Condition, () => string> = {
    dataset: () => meta.datasets.get(series.dataset)?.name ?? series.dataset,
    run: () => nameRun(meta.runs.get(series.run), series.run, lang),
    k: () => (series.k > 0 ? `k = ${series.k}` : ""),
    querySet: () => labelQuerySet(series.querySet)[lang],
    batch: () => labels[lang].batchModes[series.batch ? "batch" : "single"],
  };
  return asked
    .filter((name) => new Set(all.map((one) => one[name])).size > 1)
    .map((name) => say[name]())
    .filter(Boolean)
    .join(" · ");
}

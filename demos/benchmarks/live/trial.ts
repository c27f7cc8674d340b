import type { LivePlan } from "./plan.ts";
import { measureDistances, measureRecall } from "./recall.ts";
import type { DataSet } from "./vectors.ts";

/** What every contestant is measured against. */
export interface Trial {
  plan: LivePlan;
  data: DataSet;
  queries: Float32Array[]; // rows of data.queries
  kth: Float64Array; // distance of the true k-th neighbour, per query
}

/** Mean recall of one answer per query. */
export function averageRecall({ plan, data, queries, kth }: Trial, answers: Int32Array[]): number {
  const sum = answers.reduce((total, ids, i) => {
    const found = measureDistances(data.base, queries[i] ?? new Float32Array(), ids);
    return total + measureRecall(found, kth[i] ?? Number.NaN, plan.k);
  }, 0);
  return sum / answers.length;
}

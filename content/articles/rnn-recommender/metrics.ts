/** What one user was shown, best first, and what they went on to buy. */
export interface Trial {
  shown: readonly string[];
  bought: ReadonlySet<string>;
}

/** Means over users of the five measures, at the first `k` items shown. */
export interface Report {
  precision: number;
  recall: number;
  mrr: number;
  map: number;
  coverage: number;
}

/** Users who bought nothing in the test period have no recall and are left out of the means. */
export function report(trials: readonly Trial[], catalogSize: number, k = 5): Report {
  const judged = trials.filter(({ bought }) => bought.size > 0);
  const mean = (measure: (trial: Trial, k: number) => number): number =>
    judged.reduce((sum, trial) => sum + measure(trial, k), 0) / Math.max(judged.length, 1);
  const shown = new Set(trials.flatMap((trial) => trial.shown.slice(0, k)));
  return {
    precision: mean(measurePrecision),
    recall: mean(measureRecall),
    mrr: mean(measureReciprocalRank),
    map: mean(measureAveragePrecision),
    coverage: shown.size / catalogSize,
  };
}

/** Share of the k places that hit. */
export function measurePrecision(trial: Trial, k: number): number {
  return countHits(trial, k) / k;
}

/** Share of the purchases that were shown. */
export function measureRecall(trial: Trial, k: number): number {
  return countHits(trial, k) / trial.bought.size;
}

/** One over the place of the first hit, 0 without one. */
export function measureReciprocalRank({ shown, bought }: Trial, k: number): number {
  const first = shown.slice(0, k).findIndex((item) => bought.has(item));
  return first === -1 ? 0 : 1 / (first + 1);
}

/** Mean of the precisions at the hits, over the most hits that k places allow. */
export function measureAveragePrecision(trial: Trial, k: number): number {
  const precisions = trial.shown
    .slice(0, k)
    .flatMap((item, i) => (trial.bought.has(item) ? [measurePrecision(trial, i + 1)] : []));
  return precisions.reduce((sum, p) => sum + p, 0) / Math.min(trial.bought.size, k);
}

function countHits({ shown, bought }: Trial, k: number): number {
  return shown.slice(0, k).filter((item) => bought.has(item)).length;
}

/** Merges of n vectors into one, and where each sends the gradient. X: [n][d] throughout. */

const toColumn = (X: number[][], i: number): number[] => X.map((x) => x[i] ?? 0);

function mergeColumns(X: number[][], merge: (column: number[]) => number): number[] {
  return (X[0] ?? []).map((_, i) => merge(toColumn(X, i)));
}

/** → [d] */
export function mergeSum(X: number[][]): number[] {
  return mergeColumns(X, (column) => column.reduce((sum, value) => sum + value, 0));
}

export function mergeMean(X: number[][]): number[] {
  return mergeSum(X).map((value) => value / X.length);
}

export function mergeMax(X: number[][]): number[] {
  return mergeColumns(X, (column) => Math.max(...column));
}

/** scores: [n] → weights [n] that are positive and sum to 1 */
export function toWeights(scores: number[]): number[] {
  const exps = scores.map((score) => Math.exp(score - Math.max(...scores)));
  const total = exps.reduce((sum, value) => sum + value, 0);
  return exps.map((value) => value / total);
}

/** The merge of attention: a mean with weights from scores. */
export function mergeWeighted(X: number[][], scores: number[]): number[] {
  const weights = toWeights(scores);
  return mergeColumns(X, (column) => column.reduce((sum, v, n) => sum + v * (weights[n] ?? 0), 0));
}

/** dy: [d] → dX: [n][d]; the largest input of each column takes all of its gradient */
export function toMaxGradient(X: number[][], dy: number[]): number[][] {
  const winners = mergeColumns(X, (column) => column.indexOf(Math.max(...column)));
  return X.map((x, n) => x.map((_, i) => (winners[i] === n ? (dy[i] ?? 0) : 0)));
}

/** dy: [d] → dscores: [n]; a score gains when its vector lies beyond the mean along dy */
export function toScoreGradient(X: number[][], scores: number[], dy: number[]): number[] {
  const y = mergeWeighted(X, scores);
  return toWeights(scores).map((weight, n) =>
    dy.reduce((sum, g, i) => sum + weight * g * ((X[n]?.[i] ?? 0) - (y[i] ?? 0)), 0),
  );
}

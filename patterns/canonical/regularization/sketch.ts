/**
 * A quadratic penalty seen three ways: as a term of the loss, as a shrinkage of each direction of
 * the data, and as weight decay, which is the same thing for SGD and not for an adaptive optimizer
 * (Loshchilov and Hutter 2019).
 */

/** X: [n, d], y: [n], w: [d] → mean squared error / 2 + λ ‖w‖² / 2 */
export function penalizedLoss(X: number[][], y: number[], w: number[], lambda: number): number {
  const errors = residuals(X, y, w);
  return (sumSquares(errors) / X.length + lambda * sumSquares(w)) / 2;
}

/** The gradient of penalizedLoss at w: [d] */
export function penalizedGradient(
  X: number[][],
  y: number[],
  w: number[],
  lambda: number,
): number[] {
  const errors = residuals(X, y, w);
  return w.map((weight, j) => {
    const fit = X.reduce((sum, row, i) => sum + (row[j] ?? 0) * (errors[i] ?? 0), 0);
    return fit / X.length + lambda * weight;
  });
}

/** What is left of the unpenalized solution along each eigenvector of the Hessian. */
export function shrinkDirections(eigenvalues: number[], lambda: number): number[] {
  return eigenvalues.map((h) => h / (h + lambda));
}

/** The trace of the shrinkage: how many parameters the data still decides. */
export function countEffective(eigenvalues: number[], lambda: number): number {
  return shrinkDirections(eigenvalues, lambda).reduce((sum, kept) => sum + kept, 0);
}

/** A step whose gradient is divided by a scale per weight, with the penalty inside that division. */
export function stepCoupled(
  w: number[],
  gradient: number[],
  scale: number[],
  { rate, lambda }: { rate: number; lambda: number },
): number[] {
  return w.map((v, j) => v - (rate * ((gradient[j] ?? 0) + lambda * v)) / (scale[j] ?? 1));
}

/** The same step with decay outside: every weight shrinks by the same factor 1 − rate · λ. */
export function stepDecoupled(
  w: number[],
  gradient: number[],
  scale: number[],
  { rate, lambda }: { rate: number; lambda: number },
): number[] {
  return w.map((v, j) => v * (1 - rate * lambda) - (rate * (gradient[j] ?? 0)) / (scale[j] ?? 1));
}

function residuals(X: number[][], y: number[], w: number[]): number[] {
  return X.map(
    (row, i) => row.reduce((sum, value, j) => sum + value * (w[j] ?? 0), 0) - (y[i] ?? 0),
  );
}

function sumSquares(values: number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

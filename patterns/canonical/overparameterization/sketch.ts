/**
 * More weights than examples: infinitely many solutions fit, and gradient descent from zero finds
 * the one of least norm. With p of D weak features and n examples its error is known exactly
 * (Belkin, Hsu and Xu 2020, Corollary 1).
 */

/** X: [n, p] with p ≥ n and independent rows, y: [n] → w = Xᵀ(XXᵀ)⁻¹y: [p] */
export function fitLeastNorm(X: number[][], y: number[]): number[] {
  const gram = X.map((a) => X.map((b) => dot(a, b)));
  return combineRows(X, solve(gram, y));
}

/** Gradient descent on ‖Xw − y‖² / 2 from w = 0: every step is a combination of rows of X. */
export function descend(X: number[][], y: number[], rate: number, steps: number): number[] {
  let w: number[] = (X[0] ?? []).map(() => 0);
  for (let step = 0; step < steps; step++) {
    const gradient = combineRows(
      X,
      X.map((row, i) => dot(row, w) - (y[i] ?? 0)),
    );
    w = w.map((value, j) => value - rate * (gradient[j] ?? 0));
  }
  return w;
}

/** n examples, p of D features in use, noise of variance σ², true weights of norm 1 → test error */
export function expectError(n: number, p: number, D: number, noise: number): number {
  if (p <= n - 2) return (1 - p / D + noise) * (1 + p / (n - p - 1));
  if (p < n + 2) return Number.POSITIVE_INFINITY;
  return 1 - (n / D) * (2 - (D - n - 1) / (p - n - 1)) + noise * (1 + n / (p - n - 1));
}

function combineRows(X: number[][], c: number[]): number[] {
  return (X[0] ?? []).map((_, j) =>
    X.reduce((sum, row, i) => sum + (row[j] ?? 0) * (c[i] ?? 0), 0),
  );
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** Gaussian elimination for a positive definite A: [n, n], which needs no row exchange. */
function solve(A: number[][], b: number[]): number[] {
  const rows = A.map((row, i) => [...row, b[i] ?? 0]);
  rows.forEach((pivot, k) => {
    const head = pivot[k] ?? 1;
    for (let j = k; j < pivot.length; j++) pivot[j] = (pivot[j] ?? 0) / head;
    rows.forEach((row, i) => {
      if (i === k) return;
      const factor = row[k] ?? 0;
      for (let j = k; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    });
  });
  return rows.map((row) => row.at(-1) ?? 0);
}

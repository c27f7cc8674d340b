import { addTimesTransposed } from "../../kit/matrix-product.ts";
import type { Numbers, Precision } from "./numbers.ts";

// All matrices are stored row by row. Each kernel adds to its result.

/** X += Y·W, the gradient of X in Y = X·Wᵀ. Y: [n, m], W: [m, k], X: [n, k] */
export function addTimes(
  Y: Numbers,
  W: Numbers,
  X: Numbers,
  n: number,
  m: number,
  k: number,
): void {
  addTimesTransposed(Y, transpose(W, m, k), X, n, m, k);
}

/** W += Yᵀ·X, the gradient of W in Y = X·Wᵀ. Y: [n, m], X: [n, k], W: [m, k] */
export function addTransposedTimes(
  Y: Numbers,
  X: Numbers,
  W: Numbers,
  n: number,
  m: number,
  k: number,
): void {
  // Turning both costs little beside the product, whose inner loop then reads along rows.
  addTimesTransposed(transpose(Y, n, m), transpose(X, n, k), W, m, n, k);
}

/** [rows, columns] → [columns, rows] */
export function transpose(M: Numbers, rows: number, columns: number): Numbers {
  const turned = new (M.constructor as Precision)(rows * columns);
  for (let r = 0; r < rows; r++) {
    for (let i = 0; i < columns; i++) turned[i * rows + r] = M[r * columns + i] as number;
  }
  return turned;
}

/** Adds to each row of Y the same vector. y: [m], Y: [n, m] */
export function addToRows(y: Numbers, Y: Numbers, n: number, m: number): void {
  for (let i = 0; i < n * m; i += m) {
    for (let o = 0; o < m; o++) Y[i + o] = (Y[i + o] ?? 0) + (y[o] ?? 0);
  }
}

/** y += the sum of the rows of Y, the gradient of a bias. Y: [n, m], y: [m] */
export function addRowSums(Y: Numbers, y: Numbers, n: number, m: number): void {
  for (let i = 0; i < n * m; i += m) {
    for (let o = 0; o < m; o++) y[o] = (y[o] ?? 0) + (Y[i + o] ?? 0);
  }
}

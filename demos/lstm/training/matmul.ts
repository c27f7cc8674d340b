import type { Numbers } from "./numbers.ts";

// All matrices are stored row by row. Each kernel adds to its result.

/** Y += X·Wᵀ. X: [n, k], W: [m, k], Y: [n, m] */
export function addTimesTransposed(
  X: Numbers,
  W: Numbers,
  Y: Numbers,
  n: number,
  k: number,
  m: number,
): void {
  const blocked = m - (m % 4);
  for (let r = 0; r < n; r++) {
    const x = r * k;
    const y = r * m;
    for (let o = 0; o < blocked; o += 4) {
      const w0 = o * k;
      const w1 = w0 + k;
      const w2 = w1 + k;
      const w3 = w2 + k;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let i = 0; i < k; i++) {
        const value = X[x + i] ?? 0;
        s0 += value * (W[w0 + i] ?? 0);
        s1 += value * (W[w1 + i] ?? 0);
        s2 += value * (W[w2 + i] ?? 0);
        s3 += value * (W[w3 + i] ?? 0);
      }
      Y[y + o] = (Y[y + o] ?? 0) + s0;
      Y[y + o + 1] = (Y[y + o + 1] ?? 0) + s1;
      Y[y + o + 2] = (Y[y + o + 2] ?? 0) + s2;
      Y[y + o + 3] = (Y[y + o + 3] ?? 0) + s3;
    }
    for (let o = blocked; o < m; o++) {
      let s = 0;
      for (let i = 0; i < k; i++) s += (X[x + i] ?? 0) * (W[o * k + i] ?? 0);
      Y[y + o] = (Y[y + o] ?? 0) + s;
    }
  }
}

/** X += Y·W, the gradient of X in Y = X·Wᵀ. Y: [n, m], W: [m, k], X: [n, k] */
export function addTimes(
  Y: Numbers,
  W: Numbers,
  X: Numbers,
  n: number,
  m: number,
  k: number,
): void {
  for (let r = 0; r < n; r++) addRows(Y, r * m, 1, W, m, k, X, r * k);
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
  for (let o = 0; o < m; o++) addRows(Y, o, m, X, n, k, W, o * k);
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

/** result[at …] += Σ_r scale[from + r·stride] · M[r, :], four rows at a time. M: [rows, k] */
function addRows(
  scale: Numbers,
  from: number,
  stride: number,
  M: Numbers,
  rows: number,
  k: number,
  result: Numbers,
  at: number,
): void {
  let r = 0;
  for (; r + 3 < rows; r += 4) {
    const a0 = scale[from + r * stride] ?? 0;
    const a1 = scale[from + (r + 1) * stride] ?? 0;
    const a2 = scale[from + (r + 2) * stride] ?? 0;
    const a3 = scale[from + (r + 3) * stride] ?? 0;
    if (a0 === 0 && a1 === 0 && a2 === 0 && a3 === 0) continue; // positions that no loss reaches
    const m0 = r * k;
    const m1 = m0 + k;
    const m2 = m1 + k;
    const m3 = m2 + k;
    for (let i = 0; i < k; i++) {
      result[at + i] =
        (result[at + i] ?? 0) +
        a0 * (M[m0 + i] ?? 0) +
        a1 * (M[m1 + i] ?? 0) +
        a2 * (M[m2 + i] ?? 0) +
        a3 * (M[m3 + i] ?? 0);
    }
  }
  for (; r < rows; r++) {
    const a = scale[from + r * stride] ?? 0;
    for (let i = 0; i < k; i++) result[at + i] = (result[at + i] ?? 0) + a * (M[r * k + i] ?? 0);
  }
}

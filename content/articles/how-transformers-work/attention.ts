/** Scaled dot-product attention (Vaswani et al. 2017, section 3.2.1). A row is a position. */

export interface Attention {
  A: number[][]; // [n, m], every row sums to one
  Y: number[][]; // [n, d_v]
}

/** Q: [n, d_k], K: [m, d_k], V: [m, d_v]. With `isCausal`, position i reads positions up to i. */
export function attend(
  Q: number[][],
  K: number[][],
  V: number[][],
  { isCausal = false } = {},
): Attention {
  const A = Q.map((q, i) =>
    softmax(K.map((k, j) => (isCausal && j > i ? -Infinity : dot(q, k) / Math.sqrt(q.length)))),
  );
  return { A, Y: A.map((a) => mixRows(a, V)) };
}

/** Turns scores into weights that sum to one. Taking the largest off first keeps exp finite. */
export function softmax(scores: number[]): number[] {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The weighted sum of the rows of V: [d_v] */
function mixRows(a: number[], V: number[][]): number[] {
  const width = V[0]?.length ?? 0;
  return Array.from({ length: width }, (_, c) =>
    a.reduce((sum, weight, j) => sum + weight * (V[j]?.[c] ?? 0), 0),
  );
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

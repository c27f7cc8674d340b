/**
 * Three ways to compare, the gradient of the cosine, and the lift that turns a search by dot product
 * into a search by distance (Bachrach et al. 2014).
 */

/** a, b: [d] */
export function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

export function measureNorm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}

export function cosine(a: number[], b: number[]): number {
  return dot(a, b) / (measureNorm(a) * measureNorm(b));
}

export function distance(a: number[], b: number[]): number {
  return measureNorm(a.map((value, i) => value - (b[i] ?? 0)));
}

/** ∂ cosine(q, k) / ∂ q: [d]; orthogonal to q, and smaller the longer q is */
export function toCosineGradient(q: number[], k: number[]): number[] {
  const [nq, nk, c] = [measureNorm(q), measureNorm(k), cosine(q, k)];
  return q.map((value, i) => ((k[i] ?? 0) / nk - (c * value) / nq) / nq);
}

/** keys: [N][d] → [N][d + 1], all of one length, so that the nearest key has the largest dot */
export function liftKeys(keys: number[][]): number[][] {
  const longest = Math.max(...keys.map((key) => dot(key, key)));
  return keys.map((key) => [...key, Math.sqrt(longest - dot(key, key))]);
}

/** Indices of the keys, best first */
export function rankKeys(keys: number[][], score: (key: number[]) => number): number[] {
  const scores = keys.map(score);
  return keys.map((_, i) => i).sort((i, j) => (scores[j] ?? 0) - (scores[i] ?? 0));
}

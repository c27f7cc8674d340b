import type { Norm } from "./weights.ts";

export const epsilon = 1e-5;

/** Mean and standard deviation (population, ε inside the root) of row t of X [T, D]. */
export function measureRow(
  X: Float32Array,
  t: number,
  D: number,
): { mean: number; deviation: number } {
  let sum = 0;
  for (let i = 0; i < D; i++) sum += X[t * D + i] ?? 0;
  const mean = sum / D;
  let squares = 0;
  for (let i = 0; i < D; i++) squares += ((X[t * D + i] ?? 0) - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / D + epsilon) };
}

/** Layer norm (Ba et al. 2016) of every row: X [T, D] → [T, D]. */
export function normalizeRows(
  X: Float32Array,
  D: number,
  { gain, bias }: Norm,
): Float32Array<ArrayBuffer> {
  const Y = new Float32Array(X.length); // [T, D]
  for (let t = 0; t * D < X.length; t++) {
    const { mean, deviation } = measureRow(X, t, D);
    for (let i = 0; i < D; i++) {
      const z = ((X[t * D + i] ?? 0) - mean) / deviation;
      Y[t * D + i] = z * (gain[i] ?? 1) + (bias[i] ?? 0);
    }
  }
  return Y;
}

/** Gaussian error linear unit by its tanh formula (Hendrycks and Gimpel 2016), element by element. */
export function applyGelu(X: Float32Array): Float32Array<ArrayBuffer> {
  const Y = new Float32Array(X.length);
  for (let i = 0; i < X.length; i++) Y[i] = gelu(X[i] as number);
  return Y;
}

export function gelu(x: number): number {
  return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
}

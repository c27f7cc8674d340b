import { softmax } from "../kit/softmax.ts";
import type { HeadRun } from "./run.ts";

/** Softmax of each row of [T, T]; −∞ gives 0. */
export function softmaxRows(masked: Float32Array, T: number): Float32Array<ArrayBuffer> {
  const A = new Float32Array(masked.length); // [T, T]
  for (let t = 0; t < T; t++) {
    softmax(masked.subarray(t * T, (t + 1) * T), A.subarray(t * T, (t + 1) * T));
  }
  return A;
}

/**
 * Scaled dot-product attention of one head (Vaswani et al. 2017, eq. 1), every step kept.
 * Q, K, V [T, D], the head in columns `from` … `from + d − 1`; `adjust` may change the weights.
 */
export function attend(
  { Q, K, V }: { Q: Float32Array; K: Float32Array; V: Float32Array },
  place: { T: number; D: number; from: number; d: number },
  { isCausal, divisor }: { isCausal: boolean; divisor: number },
  adjust: (weights: Float32Array<ArrayBuffer>) => Float32Array<ArrayBuffer> = (weights) => weights,
): HeadRun {
  const { T, D, from, d } = place;
  const scores = new Float32Array(T * T); // [T, T]
  for (let t = 0; t < T; t++) {
    for (let j = 0; j < T; j++) {
      let sum = 0;
      for (let i = 0; i < d; i++) {
        sum += (Q[t * D + from + i] as number) * (K[j * D + from + i] as number);
      }
      scores[t * T + j] = sum;
    }
  }
  const scaled = scores.map((score) => score / divisor); // [T, T]
  const masked = scaled.map((score, at) =>
    isCausal && at % T > Math.floor(at / T) ? Number.NEGATIVE_INFINITY : score,
  ); // [T, T]
  const weights = adjust(softmaxRows(masked, T)); // [T, T]
  const output = mixValues(weights, V, place); // [T, d]
  return { scores, scaled, masked, weights, output };
}

/** weights [T, T] times the head's columns of V [T, D] → [T, d] */
export function mixValues(
  weights: Float32Array,
  V: Float32Array,
  { T, D, from, d }: { T: number; D: number; from: number; d: number },
): Float32Array<ArrayBuffer> {
  const output = new Float32Array(T * d); // [T, d]
  const sum = new Float64Array(d);
  for (let t = 0; t < T; t++) {
    sum.fill(0);
    for (let j = 0; j < T; j++) {
      const weight = weights[t * T + j] as number;
      if (weight === 0) continue;
      for (let i = 0; i < d; i++)
        sum[i] = (sum[i] as number) + weight * (V[j * D + from + i] as number);
    }
    output.set(sum, t * d);
  }
  return output;
}

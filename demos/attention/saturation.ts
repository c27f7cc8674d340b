import { createRandom } from "../kit/random.ts";
import { softmax } from "../kit/softmax.ts";
import { measureEntropy } from "./head-statistics.ts";

/** Scores of one query with several keys, all numbers drawn from a normal with variance one. */
export function drawScores(d: number, keys: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const q = Array.from({ length: d }, () => random.normal());
  return Float32Array.from({ length: keys }, () =>
    q.reduce((sum, x) => sum + x * random.normal(), 0),
  );
}

/** What softmax makes of scores that are divided first. */
export interface Saturation {
  weights: Float32Array;
  entropy: number; // bits
  highest: number; // the largest weight
  /** Largest derivative of a weight by its own score, w(1 − w): what a gradient has left. */
  slope: number;
}

export function saturate(scores: Float32Array, divisor: number): Saturation {
  const weights = softmax(scores.map((score) => score / divisor));
  return {
    weights,
    entropy: measureEntropy(weights),
    highest: Math.max(...weights),
    slope: Math.max(...weights.map((weight) => weight * (1 - weight))),
  };
}

import { softmax } from "../kit/softmax.ts";

export type Vector = readonly [x: number, y: number];

/** A word with vectors that the reader can move. */
export interface ToyWord {
  name: string;
  q: Vector;
  k: Vector;
  v: Vector;
}

/** Attention of one word over all, in two dimensions. */
export interface ToyResult {
  scores: number[];
  scaled: number[];
  weights: number[];
  output: Vector;
}

/** Scaled dot-product attention, d = 2. Throws RangeError when there is no such word. */
export function attendToy(
  words: readonly ToyWord[],
  query: number,
  divisor = Math.SQRT2,
): ToyResult {
  const asking = words[query];
  if (!asking) throw new RangeError(`unknown word ${query} of ${words.length}`);
  const scores = words.map(({ k }) => asking.q[0] * k[0] + asking.q[1] * k[1]);
  const scaled = scores.map((score) => score / divisor);
  const weights = [...softmax(Float32Array.from(scaled))];
  const sum = (axis: 0 | 1) =>
    words.reduce((total, { v }, i) => total + (weights[i] ?? 0) * v[axis], 0);
  return { scores, scaled, weights, output: [sum(0), sum(1)] };
}

/** Keeps a vector inside the plane, to a twentieth. */
export function placeVector([x, y]: Vector, reach: number): Vector {
  const snap = (value: number) =>
    Math.round(Math.max(-reach, Math.min(reach, value)) * 20) / 20 || 0;
  return [snap(x), snap(y)];
}

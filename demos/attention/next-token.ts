import { softmax } from "../kit/softmax.ts";
import type { Run } from "./run.ts";

/** The distribution of the token after the last one, [V]. */
export function readNext({ logits, T }: Pick<Run, "logits" | "T">): Float32Array {
  return softmax(takeLastLogits({ logits, T }));
}

/** The logits after the last token, [V]. */
export function takeLastLogits({ logits, T }: Pick<Run, "logits" | "T">): Float32Array {
  return logits.slice((logits.length / T) * (T - 1));
}

/** Half the sum of the differences: the most that the probability of any event differs. */
export function measureVariation(p: Float32Array, q: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += Math.abs((p[i] ?? 0) - (q[i] ?? 0));
  return sum / 2;
}

/** A token whose probability moved. */
export interface Delta {
  token: number;
  before: number;
  after: number;
}

/** The tokens whose probability moved most, the largest move first. */
export function listDeltas(before: Float32Array, after: Float32Array, count: number): Delta[] {
  const moves = before.map((p, token) => Math.abs((after[token] ?? 0) - p));
  const order = [...moves.keys()].sort((a, b) => (moves[b] ?? 0) - (moves[a] ?? 0) || a - b);
  return order
    .slice(0, count)
    .map((token) => ({ token, before: before[token] ?? 0, after: after[token] ?? 0 }));
}

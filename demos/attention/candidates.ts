import { type SamplingOptions, shapeDistribution } from "../kit/sampling.ts";
import { softmax } from "../kit/softmax.ts";
import { unknownToken } from "../kit/vocabulary.ts";

/** A next token, step by step from its logit to the probability it is drawn with. */
export interface Candidate {
  token: number;
  logit: number;
  scaled: number; // logit ÷ temperature
  probability: number; // softmax of that, before any cut; of the logits themselves at T = 0
  kept: number; // after top-k and top-p, summing to 1 over all
}

/** The first `count` tokens by logit. */
export function rankCandidates(
  logits: Float32Array,
  sampling: SamplingOptions,
  count: number,
): Candidate[] {
  const { temperature = 1 } = sampling;
  const T = temperature === 0 ? 1 : temperature;
  const p = softmax(logits.map((logit) => logit / T));
  const kept = shapeDistribution(logits, { ...sampling, banned: [unknownToken] });
  const order = [...logits.keys()].sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0) || a - b);
  return order.slice(0, count).map((token) => ({
    token,
    logit: logits[token] ?? 0,
    scaled: (logits[token] ?? 0) / T,
    probability: p[token] ?? 0,
    kept: kept[token] ?? 0,
  }));
}

/** How many tokens can be drawn. */
export function countKept(logits: Float32Array, sampling: SamplingOptions): number {
  const kept = shapeDistribution(logits, { ...sampling, banned: [unknownToken] });
  return kept.reduce((count, p) => count + (p > 0 ? 1 : 0), 0);
}

import type { Random } from "./random.ts";
import { softmax } from "./softmax.ts";

export interface SamplingOptions {
  /** Divides the logits. 0 is greedy: the first of the most probable tokens. */
  temperature?: number | undefined;
  /** Keeps the k most probable tokens; undefined keeps all. */
  topK?: number | undefined;
  /** Keeps the fewest most probable tokens whose sum reaches p (Holtzman et al. 2019); 1 keeps all. */
  topP?: number | undefined;
  /** Tokens that must not be drawn. */
  banned?: readonly number[] | undefined;
}

/**
 * The distribution that a draw uses, [logits.length], summing to 1: temperature first, then top-k,
 * then top-p on what top-k left. Throws RangeError for options out of range.
 */
export function shapeDistribution(
  logits: Float32Array,
  { temperature = 1, topK, topP = 1, banned = [] }: SamplingOptions = {},
): Float32Array {
  if (!(temperature >= 0 && Number.isFinite(temperature))) {
    throw new RangeError(`invalid temperature ${temperature}: give a number from 0 up`);
  }
  if (topK !== undefined && !(Number.isInteger(topK) && topK >= 1)) {
    throw new RangeError(`invalid top-k ${topK}: give a whole number from 1 up`);
  }
  if (!(topP > 0 && topP <= 1)) {
    throw new RangeError(`invalid top-p ${topP}: give a number above 0, at most 1`);
  }
  const allowed = Float32Array.from(logits);
  for (const token of banned) allowed[token] = -Infinity;
  if (!allowed.some((value) => value > -Infinity)) {
    throw new RangeError("missing tokens: every token is banned");
  }
  if (temperature === 0) return pickOnly(allowed);
  const p = softmax(allowed.map((value) => value / temperature));
  return (topK === undefined || topK >= p.length) && topP === 1 ? p : truncate(p, topK, topP);
}

/** One token drawn from the shaped distribution. Greedy draws use up no random number. */
export function sampleToken(
  logits: Float32Array,
  options: SamplingOptions,
  random: Random,
): number {
  const p = shapeDistribution(logits, options);
  return options.temperature === 0 ? p.indexOf(1) : drawFrom(p, random);
}

/** An index drawn with the probabilities p, which sum to 1. */
export function drawFrom(p: Float32Array, random: Random): number {
  let left = random.uniform();
  let last = 0;
  for (let i = 0; i < p.length; i++) {
    const share = p[i] as number;
    if (share === 0) continue;
    last = i;
    left -= share;
    if (left < 0) return i;
  }
  // Rounding may leave a little: the last token that can be drawn takes it.
  return last;
}

function pickOnly(logits: Float32Array): Float32Array {
  let best = 0;
  for (let i = 1; i < logits.length; i++) {
    if ((logits[i] as number) > (logits[best] as number)) best = i;
  }
  const p = new Float32Array(logits.length);
  p[best] = 1;
  return p;
}

function truncate(p: Float32Array, topK: number | undefined, topP: number): Float32Array {
  // Sorting numbers alone is many times faster than sorting indices by them.
  const sorted = p.slice().sort();
  const last = sorted.length - 1;
  const most = Math.min(topK ?? p.length, p.length);
  let total = 0;
  for (let rank = 0; rank < most; rank++) total += sorted[last - rank] as number;
  let sum = 0;
  let kept = 0;
  while (kept < most && (kept === 0 || sum < topP * total)) sum += sorted[last - kept++] as number;
  const least = sorted[last - kept + 1] as number;
  // Of equals at the edge, the first ones stay.
  let equals = 0;
  for (let rank = 0; rank < kept; rank++) if (sorted[last - rank] === least) equals++;
  const result = new Float32Array(p.length);
  for (let i = 0; i < p.length; i++) {
    const share = p[i] as number;
    if (share > least || (share === least && equals-- > 0)) result[i] = share / sum;
  }
  return result;
}

import { softmax } from "../kit/softmax.ts";
import { applyGelu, normalizeRows } from "./layer-norm.ts";
import { applyLinear } from "./linear.ts";
import { add, readOut } from "./transformer.ts";
import type { Shape, Transformer } from "./weights.ts";

/** Keys and values of the tokens so far: what a step need not compute again. */
export interface KeyValueCache {
  length: number; // tokens seen
  keys: Float32Array[]; // per layer [context, D], `length` rows filled
  values: Float32Array[]; // the same
}

export function createCache({ shape }: Transformer): KeyValueCache {
  const draw = () =>
    Array.from({ length: shape.layers }, () => new Float32Array(shape.context * shape.width));
  return { length: 0, keys: draw(), values: draw() };
}

/**
 * Takes one more token and gives the logits of the next, [V]: as a causal run with learned positions.
 * Throws RangeError when the context is full.
 */
export function extendCache(
  model: Transformer,
  cache: KeyValueCache,
  token: number,
): Float32Array<ArrayBuffer> {
  const { width: D, heads: H, context } = model.shape;
  const t = cache.length;
  if (t >= context) throw new RangeError(`invalid length: the context of ${context} is full`);
  const take = (X: Float32Array, row: number) => X.subarray(row * D, (row + 1) * D);
  let x = add(take(model.embedding, token), take(model.position, t)); // [D]
  for (const [layer, block] of model.blocks.entries()) {
    const n = normalizeRows(x, D, block.norm1);
    const q = applyLinear(n, block.query);
    const K = cache.keys[layer] ?? new Float32Array();
    const V = cache.values[layer] ?? new Float32Array();
    K.set(applyLinear(n, block.key), t * D);
    V.set(applyLinear(n, block.value), t * D);
    const mixed = attendRow(q, { K, V, rows: t + 1, D, d: D / H });
    const residual = add(x, applyLinear(mixed, block.output));
    const hidden = applyGelu(applyLinear(normalizeRows(residual, D, block.norm2), block.up));
    x = add(residual, applyLinear(hidden, block.down));
  }
  cache.length = t + 1;
  return readOut(model, normalizeRows(x, D, model.norm));
}

/** All heads for one query: q [D], K and V [rows, D] → [D] */
function attendRow(
  q: Float32Array,
  { K, V, rows, D, d }: { K: Float32Array; V: Float32Array; rows: number; D: number; d: number },
): Float32Array<ArrayBuffer> {
  const mixed = new Float32Array(D);
  const scores = new Float32Array(rows);
  for (let h = 0; h < D; h += d) {
    for (let j = 0; j < rows; j++) {
      let sum = 0;
      for (let i = h; i < h + d; i++) sum += (q[i] as number) * (K[j * D + i] as number);
      scores[j] = sum / Math.sqrt(d);
    }
    softmax(scores, scores);
    for (let j = 0; j < rows; j++) {
      const weight = scores[j] as number;
      for (let i = h; i < h + d; i++) {
        mixed[i] = (mixed[i] as number) + weight * (V[j * D + i] as number);
      }
    }
  }
  return mixed;
}

/** Multiplications with and without a cache, to get the next token after `t` tokens. */
export interface StepCost {
  t: number;
  full: number; // all rows again, the output layer for the last row only
  cached: number; // one row
  pairs: number; // query–key pairs that a full pass scores: t²
  cachedPairs: number; // t
}

export function countStep({ layers, width: D, mlp: M, vocabulary: V }: Shape, t: number): StepCost {
  const perRow = layers * (4 * D * D + 2 * D * M); // projections and MLP
  const perPair = layers * 2 * D; // q·k, and weight · v, over all heads
  return {
    t,
    full: t * perRow + t * t * perPair + D * V,
    cached: perRow + t * perPair + D * V,
    pairs: t * t,
    cachedPairs: t,
  };
}

/** What the cache holds after t tokens, bytes: keys and values of every layer in 32 bits. */
export function measureCache({ layers, width }: Shape, t: number): number {
  return 2 * layers * width * t * 4;
}

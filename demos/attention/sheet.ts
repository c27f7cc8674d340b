import type { HeadRun, Run } from "./run.ts";

/** One head, as the step view needs it. */
export interface HeadDetail extends HeadRun {
  Q: Float32Array; // the head's columns, [T, d]
  K: Float32Array; // [T, d]
  V: Float32Array; // [T, d]
  divisor: number;
}

/** What the views draw: a live run, or the part of one that the page holds from the build. */
export interface Sheet {
  tokens: number[]; // [T]
  symbols: string[]; // what the tokens are shown as, [T]
  T: number;
  layers: number;
  heads: number;
  headWidth: number; // d
  /** Attention weights [T, T]. */
  weights(layer: number, head: number): Float32Array;
  /** Undefined where the page does not hold the numbers. */
  detail(layer: number, head: number): HeadDetail | undefined;
  run?: Run;
}

/** The columns of one head: X [T, D] → [T, d] */
export function takeHead(
  X: Float32Array,
  D: number,
  head: number,
  d: number,
): Float32Array<ArrayBuffer> {
  const T = X.length / D;
  const part = new Float32Array(T * d);
  for (let t = 0; t < T; t++) {
    part.set(X.subarray(t * D + head * d, t * D + (head + 1) * d), t * d);
  }
  return part;
}

/** A run with all its numbers as a sheet. */
export function createSheet(run: Run, symbols: string[]): Sheet {
  const { tokens, T, width: D, headWidth: d, blocks, divisor } = run;
  const find = (layer: number, head: number): HeadRun => {
    const found = blocks[layer]?.heads[head];
    if (!found) throw new RangeError(`missing head ${layer}.${head}`);
    return found;
  };
  return {
    tokens,
    symbols,
    T,
    layers: blocks.length,
    heads: D / d,
    headWidth: d,
    run,
    weights: (layer, head) => find(layer, head).weights,
    detail(layer, head) {
      const { Q, K, V } = blocks[layer] ?? {};
      if (!Q || !K || !V) return undefined;
      return {
        ...find(layer, head),
        Q: takeHead(Q, D, head, d),
        K: takeHead(K, D, head, d),
        V: takeHead(V, D, head, d),
        divisor,
      };
    },
  };
}

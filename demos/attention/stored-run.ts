import { attend } from "./attend.ts";
import { packFloats, packTriangle, unpackFloats, unpackTriangle } from "./base64.ts";
import type { Run } from "./run.ts";
import { type Sheet, takeHead } from "./sheet.ts";

/** The part of a real run that the page holds before any model is loaded. */
export interface StoredRun {
  tokens: number[];
  symbols: string[];
  layers: number;
  heads: number;
  headWidth: number;
  divisor: number;
  /** Causal attention weights of all heads, layer by layer. */
  weights: string[];
  /** The one head whose vectors are kept. */
  layer: number;
  head: number;
  Q: string;
  K: string;
  V: string;
  /** The most probable next tokens, in falling order. */
  next: { token: number; symbol: string; probability: number }[];
}

/** Keeps of a causal run what the first view draws. */
export function storeRun(
  run: Run,
  { symbols, layer, head, next }: Pick<StoredRun, "symbols" | "layer" | "head" | "next">,
): StoredRun {
  const { T, width: D, headWidth: d } = run;
  const block = run.blocks[layer];
  if (!block) throw new RangeError(`missing layer ${layer}`);
  const keep = (X: Float32Array): string => packFloats(takeHead(X, D, head, d));
  return {
    tokens: run.tokens,
    symbols,
    layers: run.blocks.length,
    heads: D / d,
    headWidth: d,
    divisor: run.divisor,
    weights: run.blocks.flatMap(({ heads }) => heads.map((one) => packTriangle(one.weights, T))),
    layer,
    head,
    Q: keep(block.Q),
    K: keep(block.K),
    V: keep(block.V),
    next,
  };
}

/** A stored run as a sheet; the kept head's scores come from its q and k. */
export function openStoredRun(stored: StoredRun): Sheet {
  const { tokens, symbols, layers, heads, headWidth: d, divisor } = stored;
  const T = tokens.length;
  const Q = unpackFloats(stored.Q);
  const K = unpackFloats(stored.K);
  const V = unpackFloats(stored.V);
  const kept = {
    ...attend({ Q, K, V }, { T, D: d, from: 0, d }, { isCausal: true, divisor }),
    Q,
    K,
    V,
    divisor,
  };
  const isKept = (layer: number, head: number) => layer === stored.layer && head === stored.head;
  const all = stored.weights.map((text) => unpackTriangle(text, T));
  return {
    tokens,
    symbols,
    T,
    layers,
    heads,
    headWidth: d,
    weights: (layer, head) =>
      isKept(layer, head) ? kept.weights : (all[layer * heads + head] ?? new Float32Array(T * T)),
    detail: (layer, head) => (isKept(layer, head) ? kept : undefined),
  };
}

import { loadJson } from "../kit/assets.ts";

/** What models/translation stored of a small encoder and decoder: see models/README.md. */
export interface Translations {
  config: { layers: number; heads: number };
  parameters: number;
  trainedOn: number; // sentences
  heldOut: number; // sentences
  pairs: Pair[];
  snapshots: Snapshot[];
}

export interface Pair {
  source: string[];
  target: string[]; // with the end mark
  alignment: number[][]; // for each target word the places of the source words it renders
}

export interface Snapshot {
  step: number;
  loss: number; // bits per word on the held-out sentences
  correct: number; // share of held-out sentences written right word for word
  aligned: number[][]; // [layer][head], share of words whose largest weight is on an aligned word
  written: string[][]; // what the model writes, by pair
  weights: Record<Side, number[][][]>[]; // by pair: [layer][head], ten-thousandths, row after row
}

/** Self-attention of the encoder, self-attention of the decoder, and between them. */
export type Side = "source" | "target" | "cross";

export async function loadTranslations(): Promise<Translations> {
  return (await loadJson("models/translation/pairs.json")) as Translations;
}

/** One head's weights on a pair: [T, S] for `cross`, [S, S] and [T, T] for the others. */
export function readWeights(
  snapshot: Snapshot,
  pair: number,
  side: Side,
  layer: number,
  head: number,
): Float32Array {
  const weights = snapshot.weights[pair]?.[side][layer]?.[head];
  if (!weights) throw new RangeError(`no weights of ${side} ${layer}.${head} for pair ${pair}`);
  return Float32Array.from(weights, (weight) => weight / 10_000);
}

/** The place of the largest weight of a row. */
export function findStrongest(weights: Float32Array, row: number, columns: number): number {
  const cells = weights.subarray(row * columns, (row + 1) * columns);
  return cells.indexOf(Math.max(...cells));
}

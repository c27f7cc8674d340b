/** The three recurrent cells, by how many gate-like blocks of weights they hold. */
export const cellKinds = ["rnn", "gru", "lstm"] as const;

export type CellKind = (typeof cellKinds)[number];

const blocks: Record<CellKind, number> = { rnn: 1, gru: 3, lstm: 4 };

/** Weights of one layer: each block has W [H, inputs], U [H, H] and one bias [H]. */
export function countLayer(kind: CellKind, inputs: number, hidden: number): number {
  return blocks[kind] * hidden * (inputs + hidden + 1);
}

export interface Sizes {
  layers: number;
  width: number; // E
  hidden: number; // H
  vocabulary: number; // V
}

/** Weights of the recurrent layers of a model, all of one kind. */
export function countRecurrent(kind: CellKind, { layers, width, hidden }: Sizes): number {
  let count = 0;
  for (let l = 0; l < layers; l++) count += countLayer(kind, l === 0 ? width : hidden, hidden);
  return count;
}

/** Weights of the whole model: embedding (also the output layer), projection and output bias. */
export function countModel(kind: CellKind, sizes: Sizes): number {
  const { width, hidden, vocabulary } = sizes;
  return countRecurrent(kind, sizes) + vocabulary * width + width * hidden + width + vocabulary;
}

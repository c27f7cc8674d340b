export const cellKinds = ["rnn", "gru", "lstm"] as const;

export type CellKind = (typeof cellKinds)[number];

/** Gates that a cell computes per unit, the candidate among them. */
export const gateCount: Record<CellKind, number> = { rnn: 1, gru: 3, lstm: 4 };

/** A character model: embedding, recurrent layers, projection, output tied to the embedding. */
export interface NetworkShape {
  cell: CellKind;
  layers: number;
  embedding: number; // E
  hidden: number; // H
  vocabulary: number; // V
  hasAttention: boolean; // dot-product attention over the hidden states of the window
}

export interface TensorShape {
  name: string;
  rows: number;
  columns: number; // 1 for a vector
}

/** The tensors of a network, named as in a model file (`lstm.0.input.weight`), in their order. */
export function listTensors(shape: NetworkShape): TensorShape[] {
  const { cell, layers, embedding: E, hidden: H, vocabulary: V } = shape;
  const rows = gateCount[cell] * H;
  const recurrent = Array.from({ length: layers }, (_, layer) => [
    { name: `${cell}.${layer}.input.weight`, rows, columns: layer === 0 ? E : H },
    { name: `${cell}.${layer}.recurrent.weight`, rows, columns: H },
    { name: `${cell}.${layer}.bias`, rows, columns: 1 },
  ]);
  return [
    { name: "embedding", rows: V, columns: E },
    ...recurrent.flat(),
    { name: "projection.weight", rows: E, columns: H },
    { name: "projection.bias", rows: E, columns: 1 },
    { name: "head.bias", rows: V, columns: 1 },
  ];
}

export function countParameters(shape: NetworkShape): number {
  return listTensors(shape).reduce((sum, { rows, columns }) => sum + rows * columns, 0);
}

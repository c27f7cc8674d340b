import type { Lstm, LstmLayer } from "./lstm-model.ts";

/** What an LSTM carries from one character to the next; one vector [H] per layer. */
export interface LstmState {
  readonly h: readonly Float32Array[];
  readonly c: readonly Float32Array[];
}

/** Everything that one layer computed for one character; all vectors but x are [H]. */
export interface LayerStep {
  readonly x: Float32Array; // [E] or [H], the input
  readonly i: Float32Array; // input gate, 0 to 1
  readonly f: Float32Array; // forget gate, 0 to 1
  readonly g: Float32Array; // candidate, -1 to 1
  readonly o: Float32Array; // output gate, 0 to 1
  readonly c: Float32Array; // cell state
  readonly h: Float32Array; // output, o tanh(c)
}

export interface LstmStep {
  readonly token: number;
  readonly layers: readonly LayerStep[];
  readonly state: LstmState;
  readonly logits: Float32Array; // [V], of the character that follows
}

export const holdable = ["i", "f", "o", "c"] as const;

/** Holds a gate or a cell state at a value, in one cell of a layer or in all of them. */
export interface Hold {
  readonly layer: number;
  readonly cell: number | "all";
  readonly part: (typeof holdable)[number];
  readonly value: number;
}

/** The state before the first character: zeros. */
export function createState({ layers, hidden }: Lstm): LstmState {
  const zeros = () => layers.map(() => new Float32Array(hidden));
  return { h: zeros(), c: zeros() };
}

/**
 * Reads one character and predicts the next (Hochreiter and Schmidhuber, 1997, with the forget
 * gate of Gers et al., 2000). The state given stays as it is.
 * @param token index into the vocabulary
 */
export function step(
  model: Lstm,
  state: LstmState,
  token: number,
  holds: readonly Hold[] = [],
): LstmStep {
  const { embedding, width, room, multiply } = model;
  let x: Float32Array = embedding.slice(token * width, (token + 1) * width);
  const layers = model.layers.map((layer, l) => {
    const held = holds.filter((hold) => hold.layer === l);
    const result = runLayer(model, layer, x, state, l, held);
    x = result.h;
    return result;
  });
  room.h.set(x);
  multiply(model.projection, model.projectionBias, room.h, room.projected);
  multiply(embedding, model.headBias, room.projected, room.logits);
  return {
    token,
    layers,
    state: { h: layers.map(({ h }) => h), c: layers.map(({ c }) => c) },
    logits: room.logits.slice(),
  };
}

function runLayer(
  { room, multiply, hidden: H }: Lstm,
  layer: LstmLayer,
  x: Float32Array,
  state: LstmState,
  l: number,
  holds: readonly Hold[],
): LayerStep {
  const { sums, fromInput } = room;
  layer.x.set(x);
  room.h.set(state.h[l] ?? []);
  multiply(layer.W, layer.b, layer.x, fromInput);
  multiply(layer.U, fromInput, room.h, sums);
  const i = mapVector(sums, 0, H, sigmoid);
  const f = mapVector(sums, H, H, sigmoid);
  const g = mapVector(sums, 2 * H, H, Math.tanh);
  const o = mapVector(sums, 3 * H, H, sigmoid);
  for (const hold of holds) if (hold.part !== "c") apply(hold, { i, f, o }[hold.part]);
  const before = state.c[l] ?? new Float32Array(H);
  const c = new Float32Array(H);
  for (let k = 0; k < H; k++) c[k] = (f[k] ?? 0) * (before[k] ?? 0) + (i[k] ?? 0) * (g[k] ?? 0);
  for (const hold of holds) if (hold.part === "c") apply(hold, c);
  const h = new Float32Array(H);
  for (let k = 0; k < H; k++) h[k] = (o[k] ?? 0) * Math.tanh(c[k] ?? 0);
  return { x, i, f, g, o, c, h };
}

function mapVector(
  from: Float32Array,
  start: number,
  length: number,
  map: (value: number) => number,
): Float32Array {
  const result = new Float32Array(length);
  for (let k = 0; k < length; k++) result[k] = map(from[start + k] ?? 0);
  return result;
}

function apply({ cell, value }: Hold, vector: Float32Array): void {
  if (cell === "all") vector.fill(value);
  else if (cell < vector.length) vector[cell] = value;
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

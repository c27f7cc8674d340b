import { addTimesTransposed } from "../../kit/matrix-product.ts";
import type { Tape } from "./cell.ts";
import { lossInPlace } from "./cross-entropy.ts";
import { addRowSums, addTimes, addToRows, addTransposedTimes } from "./matmul.ts";
import type { NetworkShape } from "./network-shape.ts";
import { getTensor, type Numbers, type Precision, type Tensors } from "./numbers.ts";
import { createZeros } from "./parameters.ts";
import {
  backLayer,
  cells,
  type LayerState,
  type LayerWeights,
  readLastState,
  runLayer,
  type StateGradients,
} from "./recurrence.ts";
import { attendWindow, backAttention } from "./window-attention.ts";

/** One window of a batch, time first: token t of text b is at t·B + b. */
export interface Window {
  steps: number; // T
  batch: number; // B
  inputs: Int32Array; // [T, B]
  targets: Int32Array; // [T, B], IGNORED where the prediction does not count
}

export interface Pass {
  tapes: Tape[]; // per layer
  logits: Numbers; // [T, B, V]
  states: LayerState[]; // after the window, per layer
}

/** Zero states for the layers of a network. */
export function createStates(
  { cell, layers, hidden }: NetworkShape,
  batch: number,
  ArrayType: Precision = Float32Array,
): LayerState[] {
  const size = batch * hidden;
  const memory = cells[cell].hasMemory ? size : 0;
  return Array.from({ length: layers }, () => ({
    h: new ArrayType(size),
    c: new ArrayType(memory),
  }));
}

/** The logits of a window: embedding · (projection · h + b) + b. */
export function runNetwork(
  parameters: Tensors,
  shape: NetworkShape,
  { inputs, steps }: Pick<Window, "inputs" | "steps">,
  states: readonly LayerState[],
): Pass & { P: Numbers; M: Numbers; attention: ReturnType<typeof attendWindow> | undefined } {
  const { cell, embedding: E, hidden: H, vocabulary: V } = shape;
  const n = inputs.length;
  const embedding = getTensor(parameters, "embedding");
  const ArrayType = embedding.constructor as Precision;
  let X: Numbers = new ArrayType(n * E); // [T, B, E]
  inputs.forEach((token, i) => {
    X.set(embedding.subarray(token * E, (token + 1) * E), i * E);
  });
  const tapes: Tape[] = [];
  states.forEach((state, layer) => {
    const tape = runLayer(cells[cell], readLayer(parameters, cell, layer), X, state, steps);
    tapes.push(tape);
    X = tape.h.subarray((n / steps) * H);
  });
  const attention = shape.hasAttention ? attendWindow(X, steps, n / steps, H) : undefined;
  const M = attention?.mixed ?? X; // [T, B, H]
  const P = new ArrayType(n * E); // [T, B, E]
  addToRows(getTensor(parameters, "projection.bias"), P, n, E);
  addTimesTransposed(M, getTensor(parameters, "projection.weight"), P, n, H, E);
  const logits = new ArrayType(n * V); // [T, B, V]
  addToRows(getTensor(parameters, "head.bias"), logits, n, V);
  addTimesTransposed(P, embedding, logits, n, E, V);
  return { tapes, logits, states: tapes.map(readLastState), P, M, attention };
}

export interface Backward {
  loss: number; // nats, mean over the positions that count
  gradients: Tensors;
  dX: Numbers; // [T, B, E], the gradient by what each step read
  states: LayerState[]; // after the window
  norms: StateGradients[]; // per layer
}

/** Loss and gradients of one window. */
export function backNetwork(
  parameters: Tensors,
  shape: NetworkShape,
  window: Window,
  states: readonly LayerState[],
): Backward {
  const { cell, embedding: E, hidden: H, vocabulary: V } = shape;
  const { inputs, targets, steps, batch } = window;
  const n = inputs.length;
  const {
    tapes,
    logits,
    states: next,
    P,
    M,
    attention,
  } = runNetwork(parameters, shape, window, states);
  const embedding = getTensor(parameters, "embedding");
  const ArrayType = embedding.constructor as Precision;
  const gradients = createZeros(parameters);
  const dEmbedding = getTensor(gradients, "embedding");
  const loss = lossInPlace(logits, targets, V);
  const dP = new ArrayType(n * E);
  addTimes(logits, embedding, dP, n, V, E);
  addTransposedTimes(logits, P, dEmbedding, n, V, E);
  addRowSums(logits, getTensor(gradients, "head.bias"), n, V);
  let dX: Numbers = new ArrayType(n * H);
  addTimes(dP, getTensor(parameters, "projection.weight"), dX, n, E, H);
  addTransposedTimes(dP, M, getTensor(gradients, "projection.weight"), n, E, H);
  addRowSums(dP, getTensor(gradients, "projection.bias"), n, E);
  const top = tapes.at(-1)?.h.subarray(batch * H);
  if (attention && top) dX = backAttention(top, attention, dX, steps, batch, H);
  const norms: StateGradients[] = [];
  for (let layer = tapes.length - 1; layer >= 0; layer--) {
    const tape = tapes[layer];
    if (!tape) continue;
    const weights = readLayer(parameters, cell, layer);
    const back = backLayer(cells[cell], weights, readLayer(gradients, cell, layer), tape, dX);
    dX = back.dX;
    norms.unshift(back.norms);
  }
  inputs.forEach((token, i) => {
    for (let e = 0; e < E; e++) {
      dEmbedding[token * E + e] = (dEmbedding[token * E + e] ?? 0) + (dX[i * E + e] ?? 0);
    }
  });
  return { loss, gradients, dX, states: next, norms };
}

function readLayer(tensors: Tensors, cell: string, layer: number): LayerWeights {
  return {
    W: getTensor(tensors, `${cell}.${layer}.input.weight`),
    U: getTensor(tensors, `${cell}.${layer}.recurrent.weight`),
    b: getTensor(tensors, `${cell}.${layer}.bias`),
  };
}

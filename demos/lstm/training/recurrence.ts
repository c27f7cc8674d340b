import { addTimesTransposed } from "../../kit/matrix-product.ts";
import type { BackTape, Cell, Tape } from "./cell.ts";
import { gru } from "./gru.ts";
import { lstm } from "./lstm.ts";
import { addRowSums, addTimes, addToRows, addTransposedTimes, transpose } from "./matmul.ts";
import type { CellKind } from "./network-shape.ts";
import { measureNorm, type Numbers, type Precision } from "./numbers.ts";
import { rnn } from "./rnn.ts";

export const cells: Record<CellKind, Cell> = { rnn, gru, lstm };

/** A layer's weights, or their gradients. */
export interface LayerWeights {
  W: Numbers; // [G·H, in]
  U: Numbers; // [G·H, H]
  b: Numbers; // [G·H]
}

/** The state of one layer between two windows. */
export interface LayerState {
  h: Numbers; // [B, H]
  c: Numbers; // [B, H], empty without memory cell
}

/** Norms of the loss's gradient by the state at each time step. */
export interface StateGradients {
  h: number[];
  c: number[]; // empty without memory cell
}

/** Runs a window through one layer. X: [T, B, in] */
export function runLayer(
  cell: Cell,
  { W, U, b }: LayerWeights,
  X: Numbers,
  state: LayerState,
  steps: number,
): Tape {
  const ArrayType = X.constructor as Precision;
  const rows = b.length; // G·H
  const hidden = rows / cell.gates;
  const batch = state.h.length / hidden;
  const size = batch * hidden;
  const A = new ArrayType(steps * batch * rows);
  const R = new ArrayType(A.length);
  const h = new ArrayType((steps + 1) * size);
  const c = new ArrayType(cell.hasMemory ? h.length : 0);
  const tape: Tape = { steps, batch, hidden, X, A, R, h, c };
  h.set(state.h);
  c.set(state.c);
  addToRows(b, A, steps * batch, rows);
  addTimesTransposed(X, W, A, steps * batch, W.length / rows, rows);
  for (let t = 0; t < steps; t++) {
    const before = h.subarray(t * size, (t + 1) * size);
    const now = R.subarray(t * batch * rows, (t + 1) * batch * rows);
    addTimesTransposed(before, U, now, batch, hidden, rows);
    cell.forward(tape, t);
  }
  return tape;
}

/** The state after the window of a tape, as a copy. */
export function readLastState({ steps, batch, hidden, h, c }: Tape): LayerState {
  const from = steps * batch * hidden;
  return { h: h.slice(from), c: c.slice(from) };
}

/**
 * Backpropagation through the window; nothing goes on to the window before (truncated BPTT).
 * dH: [T, B, H], the gradient of the outputs from above. Adds to `gradients`, returns that of X.
 */
export function backLayer(
  cell: Cell,
  { W, U }: LayerWeights,
  gradients: LayerWeights,
  tape: Tape,
  dH: Numbers,
): { dX: Numbers; norms: StateGradients } {
  const { steps, batch, hidden, X, h } = tape;
  const ArrayType = X.constructor as Precision;
  const size = batch * hidden;
  const rows = cell.gates * hidden;
  const dA = new ArrayType(steps * batch * rows);
  const dR = cell.splitsRecurrent ? new ArrayType(dA.length) : dA;
  const dh = new ArrayType(size);
  const dc = new ArrayType(size);
  const dcTotal = new ArrayType(size);
  const back: BackTape = { dA, dR, dh, dc };
  const turned = transpose(U, rows, hidden); // [H, G·H]
  const norms: StateGradients = { h: [], c: [] };
  for (let t = steps - 1; t >= 0; t--) {
    for (let i = 0; i < size; i++) dh[i] = (dh[i] ?? 0) + (dH[t * size + i] ?? 0);
    norms.h.unshift(measureNorm([dh]));
    cell.backward(tape, t, back, dcTotal);
    if (cell.hasMemory) norms.c.unshift(measureNorm([dcTotal]));
    const now = dR.subarray(t * batch * rows, (t + 1) * batch * rows);
    addTimesTransposed(now, turned, dh, batch, rows, hidden);
  }
  const inputs = W.length / rows;
  const dX = new ArrayType(X.length);
  addTimes(dA, W, dX, steps * batch, rows, inputs);
  addTransposedTimes(dA, X, gradients.W, steps * batch, rows, inputs);
  addTransposedTimes(dR, h.subarray(0, steps * size), gradients.U, steps * batch, rows, hidden);
  addRowSums(dA, gradients.b, steps * batch, rows);
  return { dX, norms };
}

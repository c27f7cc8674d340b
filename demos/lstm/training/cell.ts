import type { Numbers } from "./numbers.ts";

/** What a layer keeps of its way through a window, for the way back. Time comes first. */
export interface Tape {
  steps: number; // T
  batch: number; // B
  hidden: number; // H
  X: Numbers; // [T, B, in]
  A: Numbers; // [T, B, G·H], W·x + b before a step, the gates after it
  R: Numbers; // [T, B, G·H], U·h
  h: Numbers; // [T + 1, B, H], the state before the window first
  c: Numbers; // the same; empty for cells without memory cell
}

/** Gradients on the way back, filled from the last step to the first. */
export interface BackTape {
  dA: Numbers; // [T, B, G·H], of W·x + b
  dR: Numbers; // [T, B, G·H], of U·h; the same array where both enter as a sum
  dh: Numbers; // [B, H], in: of h_t; out: of h_{t−1}, but for the way through U
  dc: Numbers; // [B, H], in: of c_t from later steps; out: of c_{t−1}
}

/** The arithmetic of one cell for one time step of a batch; the matrix products lie outside. */
export interface Cell {
  gates: number; // G
  hasMemory: boolean;
  /** Whether dA and dR differ. */
  splitsRecurrent: boolean;
  forward(tape: Tape, t: number): void;
  /** Returns nothing; see BackTape. `dcTotal`, where given, receives the whole gradient of c_t. */
  backward(tape: Tape, t: number, back: BackTape, dcTotal?: Numbers): void;
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** By one exponential, which is faster than Math.tanh; exact to the last bits of 32-bit numbers. */
export function tanh(x: number): number {
  return 1 - 2 / (1 + Math.exp(2 * x));
}

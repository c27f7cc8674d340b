import type { LayerStep } from "./inference.ts";
import type { Lstm } from "./lstm-model.ts";

export const gates = ["i", "f", "g", "o"] as const; // in the order of the weights' rows

export type Gate = (typeof gates)[number];

/** One product of a gate's sum: weight times number. */
export interface Term {
  from: "x" | "h"; // the input of this step, or the output of the last
  index: number;
  weight: number;
  value: number;
}

/** A gate of one cell, taken apart: value = σ or tanh (bias + Σ weight · number). */
export interface GateSum {
  terms: Term[]; // all of them, the largest product first
  bias: number;
  sum: number;
  value: number; // what the sum gives
  kept: number; // what the network computed
}

/** @param before the output of the layer after the last character, [H] */
export function takeApart(
  model: Lstm,
  layer: number,
  cell: number,
  gate: Gate,
  now: LayerStep,
  before: Float32Array,
): GateSum {
  const { W, U, b } = model.layers[layer] ?? missing(layer);
  const row = gates.indexOf(gate) * model.hidden + cell;
  const list = (from: Term["from"], matrix: Float32Array, vector: Float32Array): Term[] =>
    Array.from(vector, (value, index) => {
      return { from, index, weight: matrix[row * vector.length + index] ?? 0, value };
    });
  const terms = [...list("x", W, now.x), ...list("h", U, before)];
  terms.sort((a, b) => Math.abs(b.weight * b.value) - Math.abs(a.weight * a.value));
  const bias = b[row] ?? 0;
  const sum = terms.reduce((total, { weight, value }) => total + weight * value, bias);
  const value = gate === "g" ? Math.tanh(sum) : 1 / (1 + Math.exp(-sum));
  return { terms, bias, sum, value, kept: now[gate][cell] ?? 0 };
}

function missing(layer: number): never {
  throw new RangeError(`unknown layer ${layer}`);
}

import { measureRow } from "./layer-norm.ts";
import type { BlockRun } from "./run.ts";

/** One token on its way through one layer. */
export interface BlockAtToken {
  input: Float32Array; // [D]
  norm1: Float32Array; // [D]
  mean: number; // of the input, which layer norm takes away
  deviation: number; // by which it divides
  up: Float32Array; // [M]
  gelu: Float32Array; // [M]
  down: Float32Array; // [D]
  active: number; // units that are above zero
  strongest: number[]; // units by the size of their GELU
  /** Lengths of what comes in, what attention and MLP add, and what goes out. */
  norms: { input: number; attention: number; mlp: number; output: number };
}

export function describeBlock(block: BlockRun, t: number, D: number): BlockAtToken {
  const M = (block.up.length / block.input.length) * D;
  const take = (X: Float32Array, width: number) => X.slice(t * width, (t + 1) * width);
  const gelu = take(block.gelu, M);
  const strongest = [...gelu.keys()]
    .sort((a, b) => Math.abs(gelu[b] ?? 0) - Math.abs(gelu[a] ?? 0))
    .slice(0, 6);
  return {
    input: take(block.input, D),
    norm1: take(block.norm1, D),
    ...measureRow(block.input, t, D),
    up: take(block.up, M),
    gelu,
    down: take(block.down, D),
    active: gelu.filter((value) => value > 0).length,
    strongest,
    norms: {
      input: Math.hypot(...take(block.input, D)),
      attention: Math.hypot(...take(block.projection, D)),
      mlp: Math.hypot(...take(block.down, D)),
      output: Math.hypot(...take(block.output, D)),
    },
  };
}

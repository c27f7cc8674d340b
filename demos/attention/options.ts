import type { PositionMode } from "./positions.ts";

export const masks = ["causal", "bidirectional"] as const;
export type Mask = (typeof masks)[number];

export interface HeadPlace {
  layer: number;
  head: number;
}

/** One attention weight set by hand; the rest of its row shrinks or grows to keep the sum of one. */
export interface WeightEdit extends HeadPlace {
  query: number;
  key: number;
  weight: number; // 0–1
}

/** A head whose attention weights are given, [T, T], in place of computed. */
export interface GivenWeights extends HeadPlace {
  weights: Float32Array;
}

/** What a forward pass may do differently from what the model was trained for. */
export interface ForwardOptions {
  mask?: Mask;
  /** What scores are divided by; √d_k unless given, 1 for no scaling. */
  divisor?: number | undefined;
  positions?: PositionMode;
  /** Heads whose output is set to zero. */
  zeroed?: readonly HeadPlace[];
  edits?: readonly WeightEdit[];
  given?: readonly GivenWeights[];
}

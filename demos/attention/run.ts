/** One head of one layer in one forward pass. */
export interface HeadRun {
  scores: Float32Array; // q·k, [T, T]
  scaled: Float32Array; // scores ÷ divisor, [T, T]
  masked: Float32Array; // −∞ where the mask forbids, [T, T]
  weights: Float32Array; // rows sum to one, [T, T]
  output: Float32Array; // Σ weight · v, [T, d]
}

/** One layer in one forward pass. */
export interface BlockRun {
  input: Float32Array; // [T, D]
  norm1: Float32Array; // [T, D]
  /** Before the rotation, where there is one; else the same as Q and K. */
  rawQ: Float32Array; // [T, D]
  rawK: Float32Array; // [T, D]
  Q: Float32Array; // [T, D]
  K: Float32Array; // [T, D]
  V: Float32Array; // [T, D]
  heads: HeadRun[];
  concat: Float32Array; // outputs of all heads side by side, [T, D]
  projection: Float32Array; // W_O concat + b, [T, D]
  residual: Float32Array; // input + projection, [T, D]
  norm2: Float32Array; // [T, D]
  up: Float32Array; // [T, M]
  gelu: Float32Array; // [T, M]
  down: Float32Array; // [T, D]
  output: Float32Array; // residual + down, [T, D]
}

/** Everything that a forward pass computed. */
export interface Run {
  tokens: number[]; // [T]
  T: number;
  width: number; // D
  headWidth: number; // d = D / heads
  divisor: number; // what the scores were divided by
  embedding: Float32Array; // [T, D]
  position: Float32Array; // what was added to it, [T, D]
  blocks: BlockRun[];
  final: Float32Array; // after the last norm, [T, D]
  logits: Float32Array; // [T, V]
}

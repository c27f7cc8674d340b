import { attend } from "./attend.ts";
import { applyEdits } from "./edits.ts";
import { applyGelu, normalizeRows } from "./layer-norm.ts";
import { applyLinear } from "./linear.ts";
import type { ForwardOptions } from "./options.ts";
import { drawSinusoids, measureRms, type PositionMode, rotate } from "./positions.ts";
import type { BlockRun, HeadRun, Run } from "./run.ts";
import type { Transformer } from "./weights.ts";

/**
 * A forward pass over a row of tokens, the start token first, with every intermediate kept.
 * Throws RangeError on no token, a token outside the vocabulary, or more tokens than the context.
 */
export function runTransformer(
  model: Transformer,
  tokens: readonly number[],
  options: ForwardOptions = {},
): Run {
  const { shape } = model;
  const { width: D, heads } = shape;
  const T = tokens.length;
  checkTokens(model, tokens);
  const positions = options.positions ?? "learned";
  const divisor = options.divisor ?? Math.sqrt(D / heads);
  const embedding = new Float32Array(T * D); // [T, D]
  for (const [t, token] of tokens.entries()) {
    embedding.set(model.embedding.subarray(token * D, (token + 1) * D), t * D);
  }
  const position = findPositions(model, positions, T); // [T, D]
  const blocks: BlockRun[] = [];
  let X: Float32Array = add(embedding, position); // [T, D]
  for (let layer = 0; layer < shape.layers; layer++) {
    const block = runBlock(model, layer, X, { ...options, positions, divisor });
    blocks.push(block);
    X = block.output;
  }
  const final = normalizeRows(X, D, model.norm); // [T, D]
  const logits = readOut(model, final); // [T, V]
  return {
    tokens: [...tokens],
    T,
    width: D,
    headWidth: D / heads,
    divisor,
    embedding,
    position,
    blocks,
    final,
    logits,
  };
}

/** Logits of normalised rows: final [T, D] → [T, V]. The output layer is the embedding, tied. */
export function readOut(model: Transformer, final: Float32Array): Float32Array<ArrayBuffer> {
  return applyLinear(final, { W: model.embedding, b: model.headBias });
}

/** What a position mode adds to the embeddings, [T, D]: nothing for `rotary` and `none`. */
export function findPositions(model: Transformer, mode: PositionMode, T: number): Float32Array {
  const { width: D } = model.shape;
  if (mode === "learned") return model.position.slice(0, T * D);
  // As strong as the learned ones, so that the swap changes the kind of signal, not its volume.
  if (mode === "sinusoidal") return drawSinusoids(T, D, measureRms(model.position));
  return new Float32Array(T * D);
}

export function add(A: Float32Array, B: Float32Array): Float32Array<ArrayBuffer> {
  const sum = new Float32Array(A.length);
  for (let i = 0; i < A.length; i++) sum[i] = (A[i] as number) + (B[i] as number);
  return sum;
}

function runBlock(
  model: Transformer,
  layer: number,
  input: Float32Array,
  options: ForwardOptions & { positions: PositionMode; divisor: number },
): BlockRun {
  const { width: D, heads: H } = model.shape;
  const block = model.blocks[layer];
  if (!block) throw new RangeError(`missing layer ${layer}`);
  const T = input.length / D;
  const d = D / H;
  const norm1 = normalizeRows(input, D, block.norm1); // [T, D]
  const rawQ = applyLinear(norm1, block.query); // [T, D]
  const rawK = applyLinear(norm1, block.key); // [T, D]
  const V = applyLinear(norm1, block.value); // [T, D]
  const isRotary = options.positions === "rotary";
  const Q = isRotary ? rotate(rawQ, D, d) : rawQ;
  const K = isRotary ? rotate(rawK, D, d) : rawK;
  const concat = new Float32Array(T * D); // [T, D]
  const heads: HeadRun[] = [];
  const isCausal = options.mask !== "bidirectional";
  for (let head = 0; head < H; head++) {
    const place = { T, D, from: head * d, d };
    const run = attend({ Q, K, V }, place, { isCausal, divisor: options.divisor }, (weights) =>
      applyEdits(weights, T, { layer, head }, options),
    );
    if (options.zeroed?.some((one) => one.layer === layer && one.head === head)) run.output.fill(0);
    heads.push(run);
    for (let t = 0; t < T; t++) {
      concat.set(run.output.subarray(t * d, (t + 1) * d), t * D + head * d);
    }
  }
  const projection = applyLinear(concat, block.output); // [T, D]
  const residual = add(input, projection); // [T, D]
  const norm2 = normalizeRows(residual, D, block.norm2); // [T, D]
  const up = applyLinear(norm2, block.up); // [T, M]
  const gelu = applyGelu(up); // [T, M]
  const down = applyLinear(gelu, block.down); // [T, D]
  const output = add(residual, down); // [T, D]
  return {
    input,
    norm1,
    rawQ,
    rawK,
    Q,
    K,
    V,
    heads,
    concat,
    projection,
    residual,
    norm2,
    up,
    gelu,
    down,
    output,
  };
}

function checkTokens({ shape }: Transformer, tokens: readonly number[]): void {
  const { context, vocabulary } = shape;
  if (tokens.length === 0) throw new RangeError("missing tokens: give at least the start token");
  if (tokens.length > context)
    throw new RangeError(`invalid length: ${tokens.length} tokens, the context holds ${context}`);
  for (const token of tokens) {
    if (!Number.isInteger(token) || token < 0 || token >= vocabulary)
      throw new RangeError(`unknown token ${token}: the vocabulary has ${vocabulary}`);
  }
}

import type {
  Block,
  Linear,
  Norm,
  Shape,
  Transformer,
} from "../../../../demos/attention/weights.ts";
import { createRandom } from "../../../../demos/kit/random.ts";

export const smallShape: Shape = {
  layers: 2,
  heads: 2,
  width: 8,
  context: 16,
  mlp: 12,
  vocabulary: 10,
};

/** A transformer of random weights. */
export function createSample(shape: Shape = smallShape, seed = 1): Transformer {
  const random = createRandom(seed);
  const { layers, width: D, context, mlp: M, vocabulary: V } = shape;
  const draw = (n: number, size = 0.4, mean = 0): Float32Array =>
    Float32Array.from({ length: n }, () => mean + size * random.normal());
  const drawLinear = (outer: number, inner: number): Linear => ({
    W: draw(outer * inner),
    b: draw(outer),
  });
  const drawNorm = (): Norm => ({ gain: draw(D, 0.2, 1), bias: draw(D, 0.1) });
  const drawBlock = (): Block => ({
    norm1: drawNorm(),
    query: drawLinear(D, D),
    key: drawLinear(D, D),
    value: drawLinear(D, D),
    output: drawLinear(D, D),
    norm2: drawNorm(),
    up: drawLinear(M, D),
    down: drawLinear(D, M),
  });
  return {
    name: "sample",
    shape,
    embedding: draw(V * D, 1),
    position: draw(context * D, 0.5),
    blocks: Array.from({ length: layers }, drawBlock),
    norm: drawNorm(),
    headBias: draw(V),
  };
}

/** The largest difference between two rows of numbers. */
export function findGap(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let gap = 0;
  for (let i = 0; i < a.length; i++) gap = Math.max(gap, Math.abs((a[i] ?? 0) - (b[i] ?? 0)));
  return gap;
}

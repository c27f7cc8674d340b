import type { createAdam } from "./adam.ts";
import { backward, forward, type Layer } from "./perceptron.ts";

export interface Picture {
  x: ArrayLike<number>; // [784], 0 is paper, 1 is ink
  label: number;
}

/** One epoch in mini-batches; returns the mean loss in nats. `order` is a shuffled list of indices. */
export function trainEpoch(
  layers: Layer[],
  step: ReturnType<typeof createAdam>,
  pictures: Picture[],
  order: ArrayLike<number>,
  batch = 128,
): number {
  let loss = 0;
  for (let start = 0; start < order.length; start += batch) {
    const chosen = Array.from(order).slice(start, start + batch);
    const sums = layers.map((layer) => ({
      ...layer,
      W: new Float64Array(layer.W.length),
      b: new Float64Array(layer.b.length),
    }));
    for (const index of chosen) {
      const { x, label } = pictures[index] as Picture;
      loss += backward(layers, sums, x, label);
    }
    const mean = (sum: Float64Array) => sum.map((value) => value / chosen.length);
    step(sums.map((layer) => ({ ...layer, W: mean(layer.W), b: mean(layer.b) })));
  }
  return loss / order.length;
}

/** The share of pictures whose likeliest class is their label. */
export function measureAccuracy(layers: Layer[], pictures: Picture[]): number {
  const right = pictures.filter(({ x, label }) => {
    const p = forward(layers, x).at(-1) as Float64Array;
    return p.indexOf(Math.max(...p)) === label;
  });
  return right.length / pictures.length;
}

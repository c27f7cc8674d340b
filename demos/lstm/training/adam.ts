import { getTensor, measureNorm, type Tensors } from "./numbers.ts";
import { createZeros } from "./parameters.ts";

export const adam = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/** First and second moments of the gradients, and the steps taken so far. */
export interface AdamState {
  step: number;
  m: Tensors;
  v: Tensors;
}

export function createAdam(parameters: Tensors): AdamState {
  return { step: 0, m: createZeros(parameters), v: createZeros(parameters) };
}

/** Scales the gradients down to a norm of `limit` where they exceed it; returns the norm before. */
export function clipGradients(gradients: Tensors, limit: number): number {
  const norm = measureNorm(gradients.values());
  if (norm > limit) {
    const scale = limit / norm;
    for (const values of gradients.values()) {
      for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) * scale;
    }
  }
  return norm;
}

/** The step size of Adam at its t-th step, both bias corrections in it (Kingma and Ba 2015, 2). */
export function correctRate(rate: number, t: number): number {
  return (rate * Math.sqrt(1 - adam.beta2 ** t)) / (1 - adam.beta1 ** t);
}

/** One step of Adam; changes parameters and state in place. */
export function stepAdam(
  parameters: Tensors,
  gradients: Tensors,
  state: AdamState,
  rate: number,
): void {
  const { beta1, beta2, epsilon } = adam;
  state.step += 1;
  const size = correctRate(rate, state.step);
  for (const [name, w] of parameters) {
    const g = getTensor(gradients, name);
    const m = getTensor(state.m, name);
    const v = getTensor(state.v, name);
    for (let i = 0; i < w.length; i++) {
      const slope = g[i] ?? 0;
      const mean = beta1 * (m[i] ?? 0) + (1 - beta1) * slope;
      const square = beta2 * (v[i] ?? 0) + (1 - beta2) * slope * slope;
      m[i] = mean;
      v[i] = square;
      w[i] = (w[i] ?? 0) - (size * mean) / (Math.sqrt(square) + epsilon);
    }
  }
}

import type { Numbers } from "./numbers.ts";

/** A position whose prediction does not count. */
export const IGNORED = -1;

/**
 * Mean of −ln softmax(logits)[target] over the positions that count, in nats. The logits become the
 * loss's gradient by them. logits: [n, V], targets: [n]
 */
export function lossInPlace(logits: Numbers, targets: Int32Array, V: number): number {
  const counted = targets.reduce((sum, target) => sum + (target === IGNORED ? 0 : 1), 0);
  let loss = 0;
  for (let row = 0; row < targets.length; row++) {
    const from = row * V;
    const target = targets[row] ?? IGNORED;
    if (target === IGNORED) {
      logits.fill(0, from, from + V);
      continue;
    }
    let peak = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < V; i++) peak = Math.max(peak, logits[from + i] ?? 0);
    let sum = 0;
    const aim = (logits[from + target] ?? 0) - peak;
    for (let i = 0; i < V; i++) {
      const share = Math.exp((logits[from + i] ?? 0) - peak);
      logits[from + i] = share;
      sum += share;
    }
    loss += Math.log(sum) - aim;
    const scale = 1 / (sum * counted);
    for (let i = 0; i < V; i++) logits[from + i] = (logits[from + i] ?? 0) * scale;
    logits[from + target] = (logits[from + target] ?? 0) - 1 / counted;
  }
  return counted === 0 ? 0 : loss / counted;
}

/** From nats to bits. */
export function toBits(nats: number): number {
  return nats / Math.LN2;
}

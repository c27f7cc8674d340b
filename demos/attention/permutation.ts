import type { Run } from "./run.ts";

/**
 * The largest difference between the logits of a run, permuted, and those of the permuted tokens:
 * row t of `permuted` stands for row order[t] of `run`. Rounding is all that is left without positions.
 */
export function comparePermuted(run: Run, permuted: Run, order: readonly number[]): number {
  const V = run.logits.length / run.T;
  let gap = 0;
  for (const [t, from] of order.entries()) {
    for (let i = 0; i < V; i++) {
      const difference = (permuted.logits[t * V + i] ?? 0) - (run.logits[from * V + i] ?? 0);
      gap = Math.max(gap, Math.abs(difference));
    }
  }
  return gap;
}

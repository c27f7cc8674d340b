import type { Linear } from "./weights.ts";

/** A number on the page, worked out again from the numbers it is made of. */
export interface CellCheck {
  /** Products that are summed: `a · b`, each with the index it belongs to. */
  terms: { index: number; a: number; b: number }[];
  sum: number; // of the products, in 64 bits
  bias?: number;
  /** What follows the sum: divided, or the exponential over the sum of all of them. */
  steps: CheckStep[];
  result: number;
  shown: number; // what the model computed
}

export type CheckStep =
  | { kind: "divide"; by: number }
  | { kind: "mask"; isAllowed: boolean }
  | { kind: "exp"; highest: number; exp: number; total: number; keys: number };

/** Two numbers count as the same within this, in 32-bit arithmetic. */
export const tolerance = 1e-4;

export function isConfirmed({ result, shown }: Pick<CellCheck, "result" | "shown">): boolean {
  return result === shown || Math.abs(result - shown) <= tolerance * Math.max(1, Math.abs(shown));
}

/** Σ a_i b_i (+ bias): a dot product, one output of a linear layer, or a weighted sum. */
export function checkSum(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  shown: number,
  bias?: number,
): CellCheck {
  const terms = Array.from({ length: a.length }, (_, index) => ({
    index,
    a: a[index] ?? 0,
    b: b[index] ?? 0,
  }));
  const sum = terms.reduce((total, term) => total + term.a * term.b, 0);
  const check = { terms, sum, steps: [], result: sum + (bias ?? 0), shown };
  return bias === undefined ? check : { ...check, bias };
}

/** The score of one pair, scaled: q·k ÷ divisor. */
export function checkScaled(
  q: ArrayLike<number>,
  k: ArrayLike<number>,
  divisor: number,
  shown: number,
): CellCheck {
  const check = checkSum(q, k, shown);
  return { ...check, steps: [{ kind: "divide", by: divisor }], result: check.sum / divisor };
}

/** One weight of a row: exp of its masked score over the sum of all exps in the row. */
export function checkWeight(masked: ArrayLike<number>, key: number, shown: number): CellCheck {
  const row = Array.from(masked);
  const allowed = row.filter((score) => score > Number.NEGATIVE_INFINITY);
  const highest = Math.max(...allowed);
  const total = allowed.reduce((sum, score) => sum + Math.exp(score - highest), 0);
  const score = row[key] ?? Number.NEGATIVE_INFINITY;
  const exp = Math.exp(score - highest);
  return {
    terms: [],
    sum: score,
    steps: [{ kind: "exp", highest, exp, total, keys: allowed.length }],
    result: exp / total,
    shown,
  };
}

/** One row of a linear layer, to check an output of it. */
export function takeRow({ W, b }: Linear, row: number): { weights: Float32Array; bias: number } {
  const inner = W.length / b.length;
  return { weights: W.slice(row * inner, (row + 1) * inner), bias: b[row] ?? 0 };
}

/**
 * Linear maps that commute with a group of permutations, made by averaging any matrix over the
 * group. An element g is an array: it moves the entry at i to g[i].
 */

export type Element = number[];

/** Cyclic shifts of n positions, each the identity moved on by one. */
export function listShifts(n: number): Element[] {
  return Array.from({ length: n }, (_, by) => Array.from({ length: n }, (_, i) => (i + by) % n));
}

/** x: [n] → g · x: [n] */
export function act(g: Element, x: number[]): number[] {
  const moved = [...x];
  g.forEach((target, i) => {
    moved[target] = x[i] ?? 0;
  });
  return moved;
}

/** W: [n][n], x: [n] → [n] */
export function applyLinear(W: number[][], x: number[]): number[] {
  return W.map((row) => row.reduce((sum, w, i) => sum + w * (x[i] ?? 0), 0));
}

/** The nearest matrix with W(g · x) = g · (W x) for all g: the mean of g⁻¹ W g over the group */
export function symmetrize(W: number[][], group: Element[]): number[][] {
  return W.map((row, i) =>
    row.map((_, j) => {
      const total = group.reduce((sum, g) => sum + (W[g[i] ?? 0]?.[g[j] ?? 0] ?? 0), 0);
      return total / group.length;
    }),
  );
}

/** Largest |f(g · x) − g · f(x)| over the group, relative to the largest |f(x)| */
export function measureError(f: (x: number[]) => number[], x: number[], group: Element[]): number {
  const y = f(x);
  const errors = group.flatMap((g) => {
    const expected = act(g, y);
    return f(act(g, x)).map((value, i) => Math.abs(value - (expected[i] ?? 0)));
  });
  return Math.max(...errors) / Math.max(...y.map(Math.abs));
}

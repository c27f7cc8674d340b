/**
 * Items made of a colour and a shape. A local code gives every pair a unit of its own; a shared
 * code gives every attribute value one unit, so a linear readout can value pairs it never saw.
 */

export interface Item {
  colour: number;
  shape: number;
}

export interface Vocabulary {
  colours: number;
  shapes: number;
}

/** → [colours × shapes], one active unit */
export function encodeLocal({ colour, shape }: Item, { colours, shapes }: Vocabulary): number[] {
  return Array.from({ length: colours * shapes }, (_, i) =>
    i === colour * shapes + shape ? 1 : 0,
  );
}

/** → [colours + shapes], two active units, each used by many items */
export function encodeShared({ colour, shape }: Item, { colours, shapes }: Vocabulary): number[] {
  return Array.from({ length: colours + shapes }, (_, i) =>
    i === colour || i === colours + shape ? 1 : 0,
  );
}

/** a, b: [n] → a · b; reads a value from a code, or one code out of a sum of codes */
export function readOut(a: number[], b: number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** X: [m][n], y: [m], w: [n] → the gradient of ½ Σ (x · w − y)² at w, [n] */
export function toGradient(X: number[][], y: number[], w: number[]): number[] {
  const errors = X.map((x, row) => readOut(x, w) - (y[row] ?? 0));
  return w.map((_, i) => X.reduce((sum, x, row) => sum + (errors[row] ?? 0) * (x[i] ?? 0), 0));
}

/** Gradient descent from zero: units that no example switches on stay at zero. */
export function fitReadout(
  X: number[][],
  y: number[],
  { rate = 0.1, steps = 2000 } = {},
): number[] {
  let w = (X[0] ?? []).map(() => 0);
  for (let step = 0; step < steps; step++) {
    const gradient = toGradient(X, y, w);
    w = w.map((value, i) => value - rate * (gradient[i] ?? 0));
  }
  return w;
}

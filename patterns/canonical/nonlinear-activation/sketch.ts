/** Activations with their slopes, the collapse of linear layers, and the share of dead units. */

export interface Activation {
  apply(x: number): number;
  slope(x: number): number;
}

export const relu: Activation = {
  apply: (x) => Math.max(0, x),
  slope: (x) => (x > 0 ? 1 : 0),
};

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export const silu: Activation = {
  apply: (x) => x * sigmoid(x),
  slope: (x) => sigmoid(x) * (1 + x * (1 - sigmoid(x))),
};

const root = Math.sqrt(2 / Math.PI);
const bend = (x: number): number => Math.tanh(root * (x + 0.044715 * x ** 3));

/** The tanh form of Hendrycks and Gimpel (2016), section 2 */
export const gelu: Activation = {
  apply: (x) => 0.5 * x * (1 + bend(x)),
  slope: (x) =>
    0.5 * (1 + bend(x)) + 0.5 * x * (1 - bend(x) ** 2) * root * (1 + 3 * 0.044715 * x ** 2),
};

/** W: [m][n], x: [n] → [m] */
export function applyLinear(W: number[][], x: number[]): number[] {
  return W.map((row) => row.reduce((sum, w, i) => sum + w * (x[i] ?? 0), 0));
}

/** V: [p][m], W: [m][n] → [p][n], the one matrix that equals V after W */
export function collapse(V: number[][], W: number[][]): number[][] {
  return V.map((row) =>
    (W[0] ?? []).map((_, j) => row.reduce((sum, v, k) => sum + v * (W[k]?.[j] ?? 0), 0)),
  );
}

/** Two ReLU units compute exclusive or, which no linear map does. */
export function exclusiveOr(a: number, b: number): number {
  return relu.apply(a + b) - 2 * relu.apply(a + b - 1);
}

/** H: [examples][units] after a ReLU → share of units that no example switches on */
export function measureDeadShare(H: number[][]): number {
  const units = H[0] ?? [];
  return units.filter((_, unit) => H.every((h) => (h[unit] ?? 0) <= 0)).length / units.length;
}

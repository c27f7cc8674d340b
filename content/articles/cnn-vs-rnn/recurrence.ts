/** One recurrent unit with a single number of state (Elman 1990), unrolled over a sequence. */
export interface Unit {
  U: number; // from the input
  W: number; // from the previous state
  V: number; // to the output
  activate?: (sum: number) => number;
}

/** x: [T] → the states h: [T] and the outputs o: [T]; the state starts at zero. */
export function unroll(x: number[], { U, W, V, activate = Math.tanh }: Unit) {
  const h: number[] = [];
  for (const [t, input] of x.entries()) h.push(activate(U * input + W * (h[t - 1] ?? 0)));
  return { h, o: h.map((state) => V * state) };
}

/** How much of the last state each input makes up, in a unit without activation: Uxₜ Wᵀ⁻ᵗ. */
export function listShares(x: number[], { U, W }: Unit): number[] {
  return x.map((input, t) => U * input * W ** (x.length - 1 - t));
}

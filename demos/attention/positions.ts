/** How a token learns where it stands; only `learned` is what the model was trained with. */
export const positionModes = ["learned", "sinusoidal", "rotary", "none"] as const;
export type PositionMode = (typeof positionModes)[number];

/**
 * Sines and cosines of falling frequency (Vaswani et al. 2017, section 3.5), [T, D].
 * `rms` is the root mean square they are brought to; unscaled they have √½.
 */
export function drawSinusoids(T: number, D: number, rms = Math.SQRT1_2): Float32Array {
  const P = new Float32Array(T * D); // [T, D]
  const size = rms / Math.SQRT1_2;
  for (let t = 0; t < T; t++) {
    for (let i = 0; i < D; i++) {
      const angle = t * 10000 ** (-(i - (i % 2)) / D);
      P[t * D + i] = size * (i % 2 === 0 ? Math.sin(angle) : Math.cos(angle));
    }
  }
  return P;
}

/**
 * Turns the pairs (2i, 2i + 1) of every head by t · 10000^(−2i/d) (Su et al. 2021, eq. 34).
 * X [T, D] with heads of width d → a new [T, D]. Lengths and, between equal distances, dot products
 * stay.
 */
export function rotate(X: Float32Array, D: number, d: number): Float32Array<ArrayBuffer> {
  const Y = Float32Array.from(X); // an odd last number stays as it is
  for (let t = 0; t * D < X.length; t++) {
    for (let h = 0; h < D; h += d) {
      for (let i = 0; i + 1 < d; i += 2) {
        const angle = t * 10000 ** (-i / d);
        const cos = Math.cos(angle);
        const sin = Math.sin(angle);
        const at = t * D + h + i;
        const a = X[at] ?? 0;
        const b = X[at + 1] ?? 0;
        Y[at] = a * cos - b * sin;
        Y[at + 1] = a * sin + b * cos;
      }
    }
  }
  return Y;
}

export function measureRms(X: Float32Array): number {
  let sum = 0;
  for (const x of X) sum += x * x;
  return Math.sqrt(sum / Math.max(1, X.length));
}

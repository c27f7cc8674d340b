/** Values of a matrix, row by row. Sums are taken in 64 bits. */
export type Numbers = Float32Array | Float64Array;

/** Y += X·Wᵀ. X: [n, k], W: [m, k], Y: [n, m] */
export function addTimesTransposed(
  X: Numbers,
  W: Numbers,
  Y: Numbers,
  n: number,
  k: number,
  m: number,
): void {
  const blocked = m - (m % 4);
  // Two rows by four columns at a time: eight sums in registers from six loads.
  for (let r = 0; r < n; r += 2) {
    const isPair = r + 1 < n;
    const x0 = r * k;
    const x1 = isPair ? x0 + k : x0;
    for (let o = 0; o < blocked; o += 4) {
      const w0 = o * k;
      const w1 = w0 + k;
      const w2 = w1 + k;
      const w3 = w2 + k;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let t0 = 0;
      let t1 = 0;
      let t2 = 0;
      let t3 = 0;
      for (let i = 0; i < k; i++) {
        const u = X[x0 + i] as number;
        const v = X[x1 + i] as number;
        const a0 = W[w0 + i] as number;
        const a1 = W[w1 + i] as number;
        const a2 = W[w2 + i] as number;
        const a3 = W[w3 + i] as number;
        s0 += u * a0;
        s1 += u * a1;
        s2 += u * a2;
        s3 += u * a3;
        t0 += v * a0;
        t1 += v * a1;
        t2 += v * a2;
        t3 += v * a3;
      }
      const y = r * m + o;
      addFour(Y, y, s0, s1, s2, s3);
      if (isPair) addFour(Y, y + m, t0, t1, t2, t3);
    }
    for (let o = blocked; o < m; o++) {
      let s = 0;
      let t = 0;
      for (let i = 0; i < k; i++) {
        const w = W[o * k + i] as number;
        s += (X[x0 + i] as number) * w;
        t += (X[x1 + i] as number) * w;
      }
      Y[r * m + o] = (Y[r * m + o] as number) + s;
      if (isPair) Y[r * m + m + o] = (Y[r * m + m + o] as number) + t;
    }
  }
}

function addFour(Y: Numbers, at: number, a: number, b: number, c: number, d: number): void {
  Y[at] = (Y[at] as number) + a;
  Y[at + 1] = (Y[at + 1] as number) + b;
  Y[at + 2] = (Y[at + 2] as number) + c;
  Y[at + 3] = (Y[at + 3] as number) + d;
}

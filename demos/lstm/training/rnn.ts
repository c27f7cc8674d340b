import { type Cell, tanh } from "./cell.ts";

/** h_t = tanh(W x_t + U h_{t−1} + b) (Elman 1990). */
export const rnn: Cell = {
  gates: 1,
  hasMemory: false,
  splitsRecurrent: false,
  forward({ batch, hidden, A, R, h }, t) {
    const size = batch * hidden;
    const now = t * size;
    for (let i = 0; i < size; i++) {
      h[now + size + i] = tanh((A[now + i] ?? 0) + (R[now + i] ?? 0));
    }
  },
  backward({ batch, hidden, h }, t, { dA, dh }) {
    const size = batch * hidden;
    const now = t * size;
    for (let i = 0; i < size; i++) {
      const value = h[now + size + i] ?? 0;
      dA[now + i] = (dh[i] ?? 0) * (1 - value * value);
      dh[i] = 0;
    }
  },
};

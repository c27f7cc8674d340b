import { type Cell, sigmoid, tanh } from "./cell.ts";

/**
 * Gate order i, f, g, o, as in PyTorch (Hochreiter and Schmidhuber 1997, with the forget gate of
 * Gers et al. 2000): i, f, o = σ(W x + U h + b), g = tanh(W x + U h + b),
 * c_t = f ⊙ c_{t−1} + i ⊙ g, h_t = o ⊙ tanh(c_t).
 */
export const lstm: Cell = {
  gates: 4,
  hasMemory: true,
  splitsRecurrent: false,
  forward({ batch, hidden: H, A, R, h, c }, t) {
    for (let row = 0; row < batch; row++) {
      const gates = (t * batch + row) * 4 * H;
      const before = (t * batch + row) * H;
      const after = before + batch * H;
      for (let j = 0; j < H; j++) {
        const at = gates + j;
        const i = sigmoid((A[at] ?? 0) + (R[at] ?? 0));
        const f = sigmoid((A[at + H] ?? 0) + (R[at + H] ?? 0));
        const g = tanh((A[at + 2 * H] ?? 0) + (R[at + 2 * H] ?? 0));
        const o = sigmoid((A[at + 3 * H] ?? 0) + (R[at + 3 * H] ?? 0));
        const memory = f * (c[before + j] ?? 0) + i * g;
        A[at] = i;
        A[at + H] = f;
        A[at + 2 * H] = g;
        A[at + 3 * H] = o;
        c[after + j] = memory;
        h[after + j] = o * tanh(memory);
      }
    }
  },
  backward({ batch, hidden: H, A, c }, t, { dA, dh, dc }, dcTotal) {
    for (let row = 0; row < batch; row++) {
      const gates = (t * batch + row) * 4 * H;
      const before = (t * batch + row) * H;
      const after = before + batch * H;
      for (let j = 0; j < H; j++) {
        const at = gates + j;
        const unit = row * H + j;
        const i = A[at] ?? 0;
        const f = A[at + H] ?? 0;
        const g = A[at + 2 * H] ?? 0;
        const o = A[at + 3 * H] ?? 0;
        const squashed = tanh(c[after + j] ?? 0);
        const d = dh[unit] ?? 0;
        const dMemory = (dc[unit] ?? 0) + d * o * (1 - squashed * squashed);
        if (dcTotal) dcTotal[unit] = dMemory;
        dA[at] = dMemory * g * i * (1 - i);
        dA[at + H] = dMemory * (c[before + j] ?? 0) * f * (1 - f);
        dA[at + 2 * H] = dMemory * i * (1 - g * g);
        dA[at + 3 * H] = d * squashed * o * (1 - o);
        dc[unit] = dMemory * f;
        dh[unit] = 0;
      }
    }
  },
};

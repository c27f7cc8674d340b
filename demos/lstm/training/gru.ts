import { type Cell, sigmoid, tanh } from "./cell.ts";

/**
 * Gate order r, z, n (Cho et al. 2014, with the reset gate after the matrix product, as in cuDNN and
 * PyTorch, and one bias instead of two):
 * r = σ(W_r x + U_r h + b_r), z = σ(W_z x + U_z h + b_z), n = tanh(W_n x + b_n + r ⊙ U_n h),
 * h_t = (1 − z) ⊙ n + z ⊙ h_{t−1}.
 */
export const gru: Cell = {
  gates: 3,
  hasMemory: false,
  splitsRecurrent: true,
  forward({ batch, hidden: H, A, R, h }, t) {
    for (let row = 0; row < batch; row++) {
      const gates = (t * batch + row) * 3 * H;
      const before = (t * batch + row) * H;
      const after = before + batch * H;
      for (let j = 0; j < H; j++) {
        const at = gates + j;
        const r = sigmoid((A[at] ?? 0) + (R[at] ?? 0));
        const z = sigmoid((A[at + H] ?? 0) + (R[at + H] ?? 0));
        const n = tanh((A[at + 2 * H] ?? 0) + r * (R[at + 2 * H] ?? 0));
        A[at] = r;
        A[at + H] = z;
        A[at + 2 * H] = n;
        h[after + j] = (1 - z) * n + z * (h[before + j] ?? 0);
      }
    }
  },
  backward({ batch, hidden: H, A, R, h }, t, { dA, dR, dh }) {
    for (let row = 0; row < batch; row++) {
      const gates = (t * batch + row) * 3 * H;
      const before = (t * batch + row) * H;
      for (let j = 0; j < H; j++) {
        const at = gates + j;
        const r = A[at] ?? 0;
        const z = A[at + H] ?? 0;
        const n = A[at + 2 * H] ?? 0;
        const d = dh[row * H + j] ?? 0;
        const dn = d * (1 - z) * (1 - n * n);
        const dr = dn * (R[at + 2 * H] ?? 0) * r * (1 - r);
        const dz = d * ((h[before + j] ?? 0) - n) * z * (1 - z);
        dA[at] = dr;
        dA[at + H] = dz;
        dA[at + 2 * H] = dn;
        dR[at] = dr;
        dR[at + H] = dz;
        dR[at + 2 * H] = dn * r;
        dh[row * H + j] = d * z;
      }
    }
  },
};

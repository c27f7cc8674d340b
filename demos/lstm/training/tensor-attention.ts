import type { Tensor, Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";
import type { TensorLibrary } from "./tensor-cells.ts";

/** Attention over the window on tensors; see window-attention.ts. H, M and dM: [T·B, H] */
export function attendTensors(
  tf: TensorLibrary,
  H: Tensor2D,
  length: number,
): { M: Tensor2D; back: (dM: Tensor2D) => Tensor2D } {
  const [rows, hidden] = H.shape;
  const batch = rows / length;
  const scale = 1 / Math.sqrt(hidden);
  const toBatch = (X: Tensor2D): Tensor3D =>
    tf.transpose(tf.reshape(X, [length, batch, hidden]), [1, 0, 2]);
  const toTime = (X: Tensor): Tensor2D => tf.reshape(tf.transpose(X, [1, 0, 2]), [rows, hidden]);
  const mask = new Float32Array(length * length); // [T, T]
  for (let t = 0; t < length; t++) mask.fill(-1e9, t * length + t + 1, (t + 1) * length);
  const Q = toBatch(H); // [B, T, H]
  const scores = tf.add(
    tf.mul(tf.matMul(Q, Q, false, true), scale),
    tf.tensor2d(mask, [length, length]),
  );
  const shares: Tensor3D = tf.softmax(scores as Tensor3D); // [B, T, T]
  return {
    M: toTime(tf.add(Q, tf.matMul(shares, Q))),
    back(dM) {
      const D = toBatch(dM); // [B, T, H]
      const dShares = tf.matMul(D, Q, false, true);
      const mean = tf.sum(tf.mul(dShares, shares), -1, true);
      const dScores: Tensor3D = tf.mul(tf.mul(shares, tf.sub(dShares, mean)), scale);
      const parts = [
        D,
        tf.matMul(shares, D, true, false),
        tf.matMul(dScores, Q),
        tf.matMul(dScores, Q, true, false),
      ];
      return toTime(tf.addN(parts));
    },
  };
}

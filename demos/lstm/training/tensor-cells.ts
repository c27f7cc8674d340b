import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { CellKind } from "./network-shape.ts";

/** The library, loaded on demand. */
export type TensorLibrary = typeof import("@tensorflow/tfjs-core");

/** What one time step leaves for the way back. All: [B, H] */
export interface TensorStep {
  h: Tensor2D;
  c: Tensor2D | undefined;
  before: { h: Tensor2D; c: Tensor2D | undefined };
  parts: Tensor2D[]; // the cell's own intermediate values
}

export interface TensorBack {
  dA: Tensor2D; // [B, G·H], of W·x + b
  dR: Tensor2D; // [B, G·H], of U·h
  dh: Tensor2D | undefined; // of h_{t−1}, but for the way through U
  dc: Tensor2D | undefined; // of c_{t−1}
}

/** One cell on tensors; the formulas are those of rnn.ts, gru.ts and lstm.ts. */
export interface TensorCell {
  /** A: W·x + b, R: U·h, both [B, G·H] */
  forward(A: Tensor2D, R: Tensor2D, before: TensorStep["before"]): TensorStep;
  backward(step: TensorStep, dh: Tensor2D, dc: Tensor2D | undefined): TensorBack;
}

/**
 * The way back is written out, as in the reference: the library's own gradient of an embedding
 * lookup needs UnsortedSegmentSum, which its wasm backend lacks.
 */
export function createTensorCell(tf: TensorLibrary, kind: CellKind): TensorCell {
  if (kind === "rnn") return createRnn(tf);
  return kind === "gru" ? createGru(tf) : createLstm(tf);
}

function createRnn(tf: TensorLibrary): TensorCell {
  return {
    forward: (A, R, before) => ({ h: tf.tanh(tf.add(A, R)), c: undefined, before, parts: [] }),
    backward({ h }, dh) {
      const dA: Tensor2D = tf.mul(dh, tf.sub(1, tf.square(h)));
      return { dA, dR: dA, dh: undefined, dc: undefined };
    },
  };
}

function createGru(tf: TensorLibrary): TensorCell {
  const slope = createSlope(tf);
  return {
    forward(A, R, before) {
      const [ar, az, an] = tf.split(A, 3, 1) as [Tensor2D, Tensor2D, Tensor2D];
      const [rr, rz, rn] = tf.split(R, 3, 1) as [Tensor2D, Tensor2D, Tensor2D];
      const r: Tensor2D = tf.sigmoid(tf.add(ar, rr));
      const z: Tensor2D = tf.sigmoid(tf.add(az, rz));
      const n: Tensor2D = tf.tanh(tf.add(an, tf.mul(r, rn)));
      const h: Tensor2D = tf.add(n, tf.mul(z, tf.sub(before.h, n)));
      return { h, c: undefined, before, parts: [r, z, n, rn] };
    },
    backward({ before, parts }, dh) {
      const [r, z, n, rn] = parts as [Tensor2D, Tensor2D, Tensor2D, Tensor2D];
      const dn: Tensor2D = tf.mul(tf.mul(dh, tf.sub(1, z)), tf.sub(1, tf.square(n)));
      const dr: Tensor2D = tf.mul(tf.mul(dn, rn), slope(r));
      const dz: Tensor2D = tf.mul(tf.mul(dh, tf.sub(before.h, n)), slope(z));
      return {
        dA: tf.concat([dr, dz, dn], 1),
        dR: tf.concat([dr, dz, tf.mul(dn, r)], 1),
        dh: tf.mul(dh, z),
        dc: undefined,
      };
    },
  };
}

function createLstm(tf: TensorLibrary): TensorCell {
  const slope = createSlope(tf);
  return {
    forward(A, R, before) {
      const [ai, af, ag, ao] = tf.split(tf.add(A, R), 4, 1) as [
        Tensor2D,
        Tensor2D,
        Tensor2D,
        Tensor2D,
      ];
      const i: Tensor2D = tf.sigmoid(ai);
      const f: Tensor2D = tf.sigmoid(af);
      const g: Tensor2D = tf.tanh(ag);
      const o: Tensor2D = tf.sigmoid(ao);
      const memory = before.c ?? tf.zerosLike(g);
      const c: Tensor2D = tf.add(tf.mul(f, memory), tf.mul(i, g));
      const squashed: Tensor2D = tf.tanh(c);
      return { h: tf.mul(o, squashed), c, before, parts: [i, f, g, o, squashed] };
    },
    backward({ before, parts }, dh, dc) {
      const [i, f, g, o, squashed] = parts as [Tensor2D, Tensor2D, Tensor2D, Tensor2D, Tensor2D];
      const direct: Tensor2D = tf.mul(tf.mul(dh, o), tf.sub(1, tf.square(squashed)));
      const dMemory: Tensor2D = dc ? tf.add(dc, direct) : direct;
      const memory = before.c ?? tf.zerosLike(g);
      const dA: Tensor2D = tf.concat(
        [
          tf.mul(tf.mul(dMemory, g), slope(i)),
          tf.mul(tf.mul(dMemory, memory), slope(f)),
          tf.mul(tf.mul(dMemory, i), tf.sub(1, tf.square(g))),
          tf.mul(tf.mul(dh, squashed), slope(o)),
        ],
        1,
      );
      return { dA, dR: dA, dh: undefined, dc: tf.mul(dMemory, f) };
    },
  };
}

/** σ′ by σ. */
function createSlope(tf: TensorLibrary): (gate: Tensor2D) => Tensor2D {
  return (gate) => tf.mul(gate, tf.sub(1, gate));
}

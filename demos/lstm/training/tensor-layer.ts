import type { Tensor, Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";
import type { TensorCell, TensorLibrary, TensorStep } from "./tensor-cells.ts";

export interface TensorWeights {
  W: Tensor2D; // [G·H, in]
  U: Tensor2D; // [G·H, H]
  b: Tensor; // [G·H]
}

export interface TensorState {
  h: Tensor2D; // [B, H]
  c: Tensor2D | undefined;
}

export interface TensorLayerTape {
  X: Tensor2D; // [T·B, in]
  steps: TensorStep[];
  H: Tensor2D; // [T·B, H]
}

/** Runs a window through one layer. X: [T·B, in] */
export function runTensorLayer(
  tf: TensorLibrary,
  cell: TensorCell,
  { W, U, b }: TensorWeights,
  X: Tensor2D,
  state: TensorState,
  length: number,
): TensorLayerTape {
  const all: Tensor2D = tf.add(tf.matMul(X, W, false, true), b);
  const batch = X.shape[0] / length;
  const A: Tensor3D = tf.reshape(all, [length, batch, W.shape[0]]);
  const steps: TensorStep[] = [];
  let before = state;
  for (const now of tf.unstack(A) as Tensor2D[]) {
    const step = cell.forward(now, tf.matMul(before.h, U, false, true), before);
    steps.push(step);
    before = { h: step.h, c: step.c };
  }
  return { X, steps, H: tf.concat(steps.map(({ h }) => h)) };
}

/** The way back through the window. dH: [T·B, H] */
export function backTensorLayer(
  tf: TensorLibrary,
  cell: TensorCell,
  { W, U }: TensorWeights,
  { X, steps }: TensorLayerTape,
  dH: Tensor2D,
): TensorWeights & { dX: Tensor2D } {
  const [batch, hidden] = steps[0]?.h.shape ?? [0, 0];
  const above = tf.unstack(tf.reshape(dH, [steps.length, batch, hidden])) as Tensor2D[];
  const dA: Tensor2D[] = [];
  const dR: Tensor2D[] = [];
  let dh: Tensor2D | undefined;
  let dc: Tensor2D | undefined;
  for (let t = steps.length - 1; t >= 0; t--) {
    const step = steps[t];
    const from = above[t];
    if (!step || !from) continue;
    const back = cell.backward(step, dh ? tf.add(dh, from) : from, dc);
    dA.unshift(back.dA);
    dR.unshift(back.dR);
    const through: Tensor2D = tf.matMul(back.dR, U);
    dh = back.dh ? tf.add(back.dh, through) : through;
    dc = back.dc;
  }
  const dAll: Tensor2D = tf.concat(dA);
  const before: Tensor2D = tf.concat(steps.map((step) => step.before.h));
  return {
    W: tf.matMul(dAll, X, true, false),
    U: tf.matMul(tf.concat(dR), before, true, false),
    b: tf.sum(dAll, 0),
    dX: tf.matMul(dAll, W),
  };
}

import type { Scalar, Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { Window } from "./network.ts";
import type { NetworkShape } from "./network-shape.ts";
import { attendTensors } from "./tensor-attention.ts";
import { createTensorCell, type TensorLibrary } from "./tensor-cells.ts";
import {
  backTensorLayer,
  runTensorLayer,
  type TensorLayerTape,
  type TensorState,
  type TensorWeights,
} from "./tensor-layer.ts";

export interface TensorGradients {
  loss: Scalar; // nats, mean over all positions
  gradients: Map<string, Tensor>;
  states: TensorState[]; // after the window
}

/**
 * Loss and gradients of one window, every position counted, on whatever backend is set. Call it
 * inside `tf.tidy`. Does what `backNetwork` does on numbers.
 */
export function backTensorNetwork(
  tf: TensorLibrary,
  parameters: ReadonlyMap<string, Tensor>,
  { cell: kind, vocabulary: V, hasAttention }: NetworkShape,
  { inputs, targets, steps: length }: Window,
  states: readonly TensorState[],
): TensorGradients {
  const cell = createTensorCell(tf, kind);
  const weightsOf = (layer: number): TensorWeights => ({
    W: read(parameters, `${kind}.${layer}.input.weight`) as Tensor2D,
    U: read(parameters, `${kind}.${layer}.recurrent.weight`) as Tensor2D,
    b: read(parameters, `${kind}.${layer}.bias`),
  });
  const embedding = read(parameters, "embedding") as Tensor2D; // [V, E]
  const projection = read(parameters, "projection.weight") as Tensor2D; // [E, H]
  let X: Tensor2D = tf.gather(embedding, tf.tensor1d(inputs, "int32")); // [T·B, E]
  const tapes: TensorLayerTape[] = states.map((state, layer) => {
    const tape = runTensorLayer(tf, cell, weightsOf(layer), X, state, length);
    X = tape.H;
    return tape;
  });
  const attention = hasAttention ? attendTensors(tf, X, length) : undefined;
  const M = attention?.M ?? X; // [T·B, H]
  const P: Tensor2D = tf.add(
    tf.matMul(M, projection, false, true),
    read(parameters, "projection.bias"),
  ); // [T·B, E]
  const logits = tf.add(tf.matMul(P, embedding, false, true), read(parameters, "head.bias"));
  const { loss, dLogits } = entropy(tf, logits as Tensor2D, targets, V);
  const dP: Tensor2D = tf.matMul(dLogits, embedding); // [T·B, E]
  const dM: Tensor2D = tf.matMul(dP, projection); // [T·B, H]
  const gradients = new Map<string, Tensor>([
    ["projection.weight", tf.matMul(dP, M, true, false)],
    ["projection.bias", tf.sum(dP, 0)],
    ["head.bias", tf.sum(dLogits, 0)],
  ]);
  let dX = attention?.back(dM) ?? dM;
  for (const [layer, tape] of [...tapes.entries()].reverse()) {
    const back = backTensorLayer(tf, cell, weightsOf(layer), tape, dX);
    gradients.set(`${kind}.${layer}.input.weight`, back.W);
    gradients.set(`${kind}.${layer}.recurrent.weight`, back.U);
    gradients.set(`${kind}.${layer}.bias`, back.b);
    dX = back.dX;
  }
  const rows = tf.tensor2d(inputs, [inputs.length, 1], "int32");
  const looked = tf.scatterND(rows, dX, embedding.shape); // equal rows add up
  gradients.set("embedding", tf.add(tf.matMul(dLogits, P, true, false), looked));
  const after = tapes.map(({ steps }) => {
    const last = steps.at(-1);
    if (!last) throw new RangeError("invalid window: it has no steps");
    return { h: last.h, c: last.c };
  });
  return { loss, gradients, states: after };
}

/** Mean cross entropy and its gradient by the logits. logits: [n, V] */
function entropy(
  tf: TensorLibrary,
  logits: Tensor2D,
  targets: Int32Array,
  V: number,
): { loss: Scalar; dLogits: Tensor2D } {
  const wanted = tf.cast(tf.oneHot(tf.tensor1d(targets, "int32"), V), "float32");
  const shifted = tf.sub(logits, tf.max(logits, 1, true));
  const shares = tf.exp(shifted);
  const total = tf.sum(shares, 1, true);
  const aims = tf.sum(tf.mul(shifted, wanted), 1, true);
  const loss: Scalar = tf.mean(tf.sub(tf.log(total), aims));
  const dLogits: Tensor2D = tf.div(tf.sub(tf.div(shares, total), wanted), targets.length);
  return { loss, dLogits };
}

function read(tensors: ReadonlyMap<string, Tensor>, name: string): Tensor {
  const found = tensors.get(name);
  if (!found) throw new RangeError(`missing tensor: ${name}`);
  return found;
}

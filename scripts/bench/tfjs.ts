import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { getTensor, type Model } from "../../demos/kit/model-file.ts";

export const tfjsEngines = ["wasm", "cpu"] as const;

export type TfjsEngine = (typeof tfjsEngines)[number];

/** Makes tfjs run on one of its engines. */
export async function useEngine(engine: TfjsEngine): Promise<void> {
  setWasmPaths("node_modules/@tensorflow/tfjs-backend-wasm/dist/");
  if (!(await tf.setBackend(engine))) throw new Error(`missing tfjs engine ${engine}`);
}

/** A transformer in tfjs operations: tokens → logits of all positions, T · V numbers. */
export function createTfjsTransformer(model: Model): (tokens: readonly number[]) => Float32Array {
  if (model.architecture !== "transformer") throw new Error(`${model.name} is no transformer`);
  const { layers, heads: H, width: D } = model.config;
  const d = D / H;
  const weight = placeWeights(model);
  const linear = (X: tf.Tensor2D, path: string): tf.Tensor2D =>
    multiply(X, weight(`${path}.weight`), weight(`${path}.bias`));
  const normalise = (X: tf.Tensor2D, path: string): tf.Tensor2D => {
    const { mean, variance } = tf.moments(X, 1, true);
    const centred = tf.div(tf.sub(X, mean), tf.sqrt(tf.add(variance, 1e-5)));
    return tf.add(tf.mul(centred, weight(`${path}.weight`)), weight(`${path}.bias`));
  };
  const split = (X: tf.Tensor2D): tf.Tensor3D => tf.transpose(tf.reshape(X, [-1, H, d]), [1, 0, 2]);
  const addBlock = (X: tf.Tensor2D, path: string, mask: tf.Tensor): tf.Tensor2D => {
    const Z = normalise(X, `${path}.norm1`);
    const q = split(linear(Z, `${path}.query`)); // [H, T, d]
    const k = split(linear(Z, `${path}.key`)); // [H, T, d]
    const v = split(linear(Z, `${path}.value`)); // [H, T, d]
    const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(d));
    const A = tf.softmax<tf.Tensor3D>(tf.add(scores, mask)); // [H, T, T]
    const mixed = tf.reshape(tf.transpose(tf.matMul(A, v), [1, 0, 2]), [-1, D]) as tf.Tensor2D;
    const Y = tf.add<tf.Tensor2D>(X, linear(mixed, `${path}.output`));
    const up = gelu(linear(normalise(Y, `${path}.norm2`), `${path}.up`));
    return tf.add(Y, linear(up, `${path}.down`));
  };
  return (tokens) => {
    const T = tokens.length;
    return readOnce(() => {
      const mask = tf.mul(tf.sub(tf.linalg.bandPart(tf.ones([T, T]), -1, 0), 1), 1e9);
      const embedding = weight("embedding") as tf.Tensor2D;
      const ids = tf.tensor1d([...tokens], "int32");
      const position = tf.slice(weight("position"), [0, 0], [T, D]);
      let X = tf.add<tf.Tensor2D>(tf.gather(embedding, ids), position);
      for (let l = 0; l < layers; l++) X = addBlock(X, `block.${l}`, mask);
      return multiply(normalise(X, "norm"), embedding, weight("head.bias"));
    });
  };
}

/** An LSTM in tfjs operations: reads tokens one by one, gives the logits after the last one. */
export function createTfjsLstm(model: Model): (tokens: readonly number[]) => Float32Array {
  if (model.architecture !== "lstm") throw new Error(`${model.name} is no LSTM`);
  const { layers, hidden: H } = model.config;
  const weight = placeWeights(model);
  const embedding = weight("embedding") as tf.Tensor2D;
  const runLayer = (x: tf.Tensor2D, h: tf.Tensor2D, c: tf.Tensor2D, path: string) => {
    const fromInput = multiply(x, weight(`${path}.input.weight`), weight(`${path}.bias`));
    const sums = multiply(h, weight(`${path}.recurrent.weight`), fromInput);
    const [i, f, g, o] = tf.split(sums, 4, 1) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
    const kept = tf.mul(tf.sigmoid(f), c);
    const cell = tf.add<tf.Tensor2D>(kept, tf.mul(tf.sigmoid(i), tf.tanh(g)));
    return { h: tf.mul<tf.Tensor2D>(tf.sigmoid(o), tf.tanh(cell)), c: cell };
  };
  return (tokens) =>
    readOnce(() => {
      let state = Array.from({ length: layers }, () => ({
        h: tf.zeros<tf.Rank.R2>([1, H]),
        c: tf.zeros<tf.Rank.R2>([1, H]),
      }));
      let x: tf.Tensor2D = tf.zeros([1, H]);
      for (const token of tokens) {
        x = tf.gather(embedding, tf.tensor1d([token], "int32"));
        state = state.map(({ h, c }, l) => {
          const next = runLayer(x, h, c, `lstm.${l}`);
          x = next.h;
          return next;
        });
      }
      const projected = multiply(x, weight("projection.weight"), weight("projection.bias"));
      return multiply(projected, embedding, weight("head.bias"));
    });
}

function placeWeights(model: Model): (name: string) => tf.Tensor {
  const placed = new Map(
    [...model.tensors].map(([name, { shape, data }]) => [name, tf.tensor(data, shape)]),
  );
  return (name) => placed.get(name) ?? tf.tensor(getTensor(model, name).data);
}

/** X Wᵀ + b. */
function multiply(X: tf.Tensor2D, W: tf.Tensor, b: tf.Tensor): tf.Tensor2D {
  return tf.add(tf.matMul(X, W as tf.Tensor2D, false, true), b);
}

/** x · sigmoid(2 √(2/π) (x + 0.044715 x³)), the tanh formula. */
function gelu(x: tf.Tensor2D): tf.Tensor2D {
  const inner = tf.add(x, tf.mul(tf.mul(tf.mul(x, x), x), 0.044715));
  return tf.mul(x, tf.sigmoid(tf.mul(inner, 2 * Math.sqrt(2 / Math.PI))));
}

function readOnce(run: () => tf.Tensor): Float32Array {
  const result = tf.tidy(run);
  const values = result.dataSync() as Float32Array;
  result.dispose();
  return values;
}

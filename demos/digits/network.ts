import { multiplyVector, type Tensor } from "../kit/matrix.ts";
import { readTensor } from "../kit/model-file.ts";
import { parseTensor } from "../kit/model-header.ts";
import { softmax } from "../kit/softmax.ts";
import { convolve, type Maps, poolMax } from "./convolution.ts";
import { side } from "./preprocess.ts";

/** The weights of the recogniser. W [rows, columns] row by row, b [rows]. */
export interface DigitModel {
  layers: Record<LayerName, { W: Tensor; b: Float32Array }>;
  parameters: number;
}

const layerNames = ["conv1", "conv2", "hidden", "output"] as const;
type LayerName = (typeof layerNames)[number];

/** Everything that one forward pass computes. */
export interface Reading {
  conv1: Maps; // [16, 28, 28] after ReLU
  pool1: Maps; // [16, 14, 14]
  conv2: Maps; // [32, 14, 14] after ReLU
  pool2: Maps; // [32, 7, 7]
  hidden: Float32Array; // [64] after ReLU
  logits: Float32Array; // [10]
  probabilities: Float32Array; // [10]
}

/** The model from `model.json` and `weights.bin`. Throws an Error that names the field at fault. */
export function readDigitModel(json: unknown, bytes: ArrayBuffer): DigitModel {
  const { architecture, tensors, bytes: size } = (json ?? {}) as Record<string, unknown>;
  if (architecture !== "convolution" || !Array.isArray(tensors))
    throw new Error(`invalid model.json: architecture ${JSON.stringify(architecture)}`);
  if (size !== bytes.byteLength)
    throw new Error(`invalid weights of digits: ${bytes.byteLength} bytes instead of ${size}`);
  const found = new Map(
    tensors.map(parseTensor).map((entry) => [entry.name, readTensor(entry, bytes, "digits")]),
  );
  const get = (name: string): Tensor => {
    const tensor = found.get(name);
    if (!tensor) throw new Error(`missing tensor ${name} in digits`);
    return tensor;
  };
  const layers = Object.fromEntries(
    layerNames.map((name) => [name, { W: get(`${name}.weight`), b: get(`${name}.bias`).data }]),
  ) as DigitModel["layers"];
  const parameters = [...found.values()].reduce((sum, { data }) => sum + data.length, 0);
  return { layers, parameters };
}

/** picture [784], as `centreDigit` gives it → every layer. Throws a RangeError for another length. */
export function readDigit({ layers }: DigitModel, picture: Float32Array): Reading {
  if (picture.length !== side * side)
    throw new RangeError(`invalid picture: ${picture.length} pixels instead of ${side * side}`);
  const input = { count: 1, side, data: picture };
  const conv1 = applyConvolution(layers.conv1, input);
  const pool1 = poolMax(conv1);
  const conv2 = applyConvolution(layers.conv2, pool1);
  const pool2 = poolMax(conv2);
  const hidden = rectify(multiplyVector(layers.hidden.W.data, pool2.data, layers.hidden.b));
  const logits = multiplyVector(layers.output.W.data, hidden, layers.output.b);
  return { conv1, pool1, conv2, pool2, hidden, logits, probabilities: softmax(logits) };
}

/** The class with the largest probability, 0 … 9. */
export const bestClass = ({ logits }: Reading): number => logits.indexOf(Math.max(...logits));

function applyConvolution({ W, b }: { W: Tensor; b: Float32Array }, input: Maps): Maps {
  const maps = convolve(input, W.data, b, W.shape[2] as number);
  rectify(maps.data);
  return maps;
}

/** max(0, x), in place. */
function rectify(x: Float32Array): Float32Array {
  for (let i = 0; i < x.length; i++) x[i] = Math.max(0, x[i] as number);
  return x;
}

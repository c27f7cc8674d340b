import type { Tensor } from "./matrix.ts";
import { type ModelHeader, parseModelHeader, type TensorEntry } from "./model-header.ts";

/** A model as its file gives it, weights back in 32 bits. */
export type Model = Pick<ModelHeader, "name" | "vocabulary"> & {
  tensors: Map<string, Tensor>;
} & (
    | { architecture: "transformer"; config: TransformerConfig }
    | { architecture: "lstm"; config: LstmConfig }
  );

export interface TransformerConfig {
  layers: number;
  heads: number;
  /** Size of a hidden state. */
  width: number;
  /** Longest input, in tokens. */
  context: number;
  /** Hidden units of the feed-forward part. */
  mlp: number;
}

export interface LstmConfig {
  layers: number;
  embedding: number;
  hidden: number;
}

/**
 * A model from `model.json` and the bytes of `weights.bin`. Little-endian, as every machine that
 * browsers run on. Throws an Error that names the fault, the field and the value.
 */
export function readModel(json: unknown, bytes: ArrayBuffer): Model {
  const header = parseModelHeader(json);
  if (bytes.byteLength !== header.bytes) {
    throw new Error(
      `invalid weights of ${header.name}: ${bytes.byteLength} bytes instead of ${header.bytes}`,
    );
  }
  const tensors = new Map(
    header.tensors.map((entry) => [entry.name, readTensor(entry, bytes, header.name)]),
  );
  const { name, vocabulary, architecture, config } = header;
  const checked =
    architecture === "transformer"
      ? { architecture, config: pickSizes(config, ["layers", "heads", "width", "context", "mlp"]) }
      : { architecture, config: pickSizes(config, ["layers", "embedding", "hidden"]) };
  return { name, vocabulary, tensors, ...checked };
}

/** A tensor by its name. Throws an Error where the model has none. */
export function getTensor(model: Model, name: string): Tensor {
  const tensor = model.tensors.get(name);
  if (!tensor) throw new Error(`missing tensor ${name} in ${model.name}`);
  return tensor;
}

/** A tensor of a flat file in 32 bits; a row is one index of the first dimension. */
export function readTensor(entry: TensorEntry, bytes: ArrayBuffer, model: string): Tensor {
  const { name, shape, type, offset } = entry;
  const size = shape.reduce((product, n) => product * n, 1);
  const rows = shape[0] ?? 1;
  try {
    if (type === "float32") return { shape, data: readFloats(bytes, offset, size) };
    const integers = new Int8Array(bytes, offset, size);
    const scales = readFloats(bytes, entry.scale, rows);
    const columns = size / rows;
    const data = new Float32Array(size);
    for (let i = 0; i < rows; i++) {
      const scale = scales[i] as number;
      for (let j = 0; j < columns; j++) {
        data[i * columns + j] = (integers[i * columns + j] as number) * scale;
      }
    }
    return { shape, data };
  } catch (error) {
    throw new Error(`invalid tensor ${name} of ${model}: it reaches past the end`, {
      cause: error,
    });
  }
}

// A copy, since a view of 32-bit numbers must begin at a multiple of four bytes.
function readFloats(bytes: ArrayBuffer, offset: number, size: number): Float32Array {
  return new Float32Array(bytes.slice(offset, offset + 4 * size), 0, size);
}

function pickSizes<K extends string>(
  config: Record<string, unknown>,
  keys: readonly K[],
): Record<K, number> {
  const sizes = {} as Record<K, number>;
  for (const key of keys) {
    const value = config[key];
    if (!Number.isInteger(value) || (value as number) < 1) {
      throw new Error(`invalid config.${key}: ${JSON.stringify(value)}: give a whole number`);
    }
    sizes[key] = value as number;
  }
  return sizes;
}

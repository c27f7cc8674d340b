/** What a model file holds, as far as the transformer reads it. */
export interface ModelTensors {
  name: string;
  config: unknown;
  tensors: Map<string, { shape: number[]; data: Float32Array }>;
}

/** The sizes of a transformer. */
export interface Shape {
  layers: number;
  heads: number;
  width: number; // D
  context: number; // the longest row of tokens, start token included
  mlp: number; // M
  vocabulary: number; // V
}

/** y = W x + b: W [outer, inner], b [outer]. */
export interface Linear {
  W: Float32Array;
  b: Float32Array;
}

/** Layer norm: gain and bias [D]. */
export interface Norm {
  gain: Float32Array;
  bias: Float32Array;
}

export interface Block {
  norm1: Norm;
  query: Linear; // [D, D]
  key: Linear; // [D, D]
  value: Linear; // [D, D]
  output: Linear; // [D, D]
  norm2: Norm;
  up: Linear; // [M, D]
  down: Linear; // [D, M]
}

export interface Transformer {
  name: string;
  shape: Shape;
  embedding: Float32Array; // [V, D], also the output layer
  position: Float32Array; // [context, D]
  blocks: Block[];
  norm: Norm;
  headBias: Float32Array; // [V]
}

/** Takes the tensors of a model file by name. Throws on a tensor that is missing or ill-shaped. */
export function readTransformer({ name, config, tensors }: ModelTensors): Transformer {
  const { layers, heads, width: D, context, mlp: M } = readConfig(name, config);
  const V = tensors.get("embedding")?.shape[0] ?? 0;
  const take = (tensor: string, ...shape: number[]): Float32Array => {
    const found = tensors.get(tensor);
    if (!found) throw new Error(`missing tensor ${tensor} in model ${name}`);
    if (found.shape.join() !== shape.join())
      throw new Error(
        `invalid tensor ${tensor} in model ${name}: [${found.shape}], not [${shape}]`,
      );
    return found.data;
  };
  const takeLinear = (path: string, outer: number, inner: number): Linear => ({
    W: take(`${path}.weight`, outer, inner),
    b: take(`${path}.bias`, outer),
  });
  const takeNorm = (path: string): Norm => ({
    gain: take(`${path}.weight`, D),
    bias: take(`${path}.bias`, D),
  });
  return {
    name,
    shape: { layers, heads, width: D, context, mlp: M, vocabulary: V },
    embedding: take("embedding", V, D),
    position: take("position", context, D),
    blocks: Array.from({ length: layers }, (_, l) => ({
      norm1: takeNorm(`block.${l}.norm1`),
      query: takeLinear(`block.${l}.query`, D, D),
      key: takeLinear(`block.${l}.key`, D, D),
      value: takeLinear(`block.${l}.value`, D, D),
      output: takeLinear(`block.${l}.output`, D, D),
      norm2: takeNorm(`block.${l}.norm2`),
      up: takeLinear(`block.${l}.up`, M, D),
      down: takeLinear(`block.${l}.down`, D, M),
    })),
    norm: takeNorm("norm"),
    headBias: take("head.bias", V),
  };
}

function readConfig(name: string, config: unknown): Omit<Shape, "vocabulary"> {
  const values = config as Record<string, unknown> | null;
  const read = (key: string): number => {
    const value = values?.[key];
    if (typeof value !== "number" || !Number.isInteger(value) || value < 1)
      throw new Error(`invalid ${key} of model ${name}: ${String(value)}`);
    return value;
  };
  const shape = {
    layers: read("layers"),
    heads: read("heads"),
    width: read("width"),
    context: read("context"),
    mlp: read("mlp"),
  };
  if (shape.width % shape.heads !== 0)
    throw new Error(`invalid heads of model ${name}: ${shape.heads} do not divide ${shape.width}`);
  return shape;
}

import { getTensor, type Model, type TransformerConfig } from "../kit/model-file.ts";

/** The sizes of a transformer. */
export interface Shape extends TransformerConfig {
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

/** Takes the tensors of a model file by name. Throws on one that is missing or ill-shaped. */
export function readTransformer(model: Model): Transformer {
  const { name, architecture } = model;
  if (architecture !== "transformer")
    throw new Error(`invalid architecture of model ${name}: ${architecture}, not transformer`);
  const { layers, heads, width: D, context, mlp: M } = model.config;
  if (D % heads !== 0)
    throw new Error(`invalid heads of model ${name}: ${heads} do not divide ${D}`);
  const V = model.vocabulary.length;
  const take = (tensor: string, ...shape: number[]): Float32Array => {
    const found = getTensor(model, tensor);
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

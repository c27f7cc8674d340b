import { createMatrixStore, type MatrixStore } from "../kit/matrix-store.ts";

/** One layer. Rows of the matrices and of the bias: gates i, f, g, o, of H rows each. */
export interface LstmLayer {
  readonly W: Float32Array; // [4H, inputs]
  readonly U: Float32Array; // [4H, H]
  readonly b: Float32Array; // [4H]
  readonly x: Float32Array; // [inputs], room for the input of a step
}

/** An LSTM language model on characters, ready to run. */
export interface Lstm {
  readonly vocabulary: readonly string[]; // [V]
  readonly embedding: Float32Array; // [V, E], also the weights of the last product
  readonly layers: readonly LstmLayer[];
  readonly projection: Float32Array; // [E, H]
  readonly projectionBias: Float32Array; // [E]
  readonly headBias: Float32Array; // [V]
  readonly width: number; // E
  readonly hidden: number; // H
  readonly parameters: number;
  readonly multiply: MatrixStore["multiply"];
  readonly kind: MatrixStore["kind"];
  readonly room: Room;
}

/** Vectors of a step that only its products see. */
interface Room {
  readonly h: Float32Array; // [H]
  readonly fromInput: Float32Array; // [4H], W x + b
  readonly sums: Float32Array; // [4H], W x + U h + b
  readonly projected: Float32Array; // [E]
  readonly logits: Float32Array; // [V]
}

/** What a model file holds, as `readModel` of the kit gives it. */
export interface LstmFile {
  readonly vocabulary: readonly string[];
  readonly tensors: ReadonlyMap<string, { shape: readonly number[]; data: Float32Array }>;
}

/**
 * Puts the tensors of a file (names and shapes as in models/README.md) into one store.
 * @throws Error when a tensor is missing or its shape does not fit
 */
export function createLstm({ vocabulary, tensors }: LstmFile, canUseSimd = true): Lstm {
  const V = vocabulary.length;
  const E = tensors.get("embedding")?.shape[1] ?? 0;
  const H = tensors.get("projection.weight")?.shape[1] ?? 0;
  const depth = [...tensors.keys()].filter((name) => /^lstm\.\d+\.bias$/.test(name)).length;
  const parameters = [...tensors.values()].reduce((sum, { data }) => sum + data.length, 0);
  const room = E + (depth - 1) * H + 9 * H + E + V;
  const store = createMatrixStore(parameters + room, tensors.size + depth + 5, canUseSimd);

  const place = (name: string, ...shape: number[]): Float32Array => {
    const tensor = tensors.get(name);
    if (!tensor) throw new Error(`missing tensor: ${name}`);
    if (tensor.shape.join() !== shape.join()) {
      throw new Error(`invalid shape of ${name}: [${tensor.shape}], expected [${shape}]`);
    }
    return store.place(tensor.data);
  };
  return {
    vocabulary,
    embedding: place("embedding", V, E),
    layers: Array.from({ length: depth || 1 }, (_, l) => {
      const inputs = l === 0 ? E : H;
      return {
        W: place(`lstm.${l}.input.weight`, 4 * H, inputs),
        U: place(`lstm.${l}.recurrent.weight`, 4 * H, H),
        b: place(`lstm.${l}.bias`, 4 * H),
        x: store.place(inputs),
      };
    }),
    projection: place("projection.weight", E, H),
    projectionBias: place("projection.bias", E),
    headBias: place("head.bias", V),
    width: E,
    hidden: H,
    parameters,
    multiply: store.multiply,
    kind: store.kind,
    room: {
      h: store.place(H),
      fromInput: store.place(4 * H),
      sums: store.place(4 * H),
      projected: store.place(E),
      logits: store.place(V),
    },
  };
}

import { createRandom } from "../../kit/random.ts";
import { listTensors, type NetworkShape } from "./network-shape.ts";
import type { Precision, Tensors } from "./numbers.ts";

/**
 * Seeded start values. Recurrent and projection weights ~ U(±1/√H), as PyTorch draws them for all
 * three cells; embedding ~ N(0, 0.5²); biases 0, but 1 for the forget gate of an LSTM
 * (Jozefowicz et al. 2015).
 */
export function createParameters(
  shape: NetworkShape,
  seed: number,
  ArrayType: Precision = Float32Array,
): Tensors {
  const random = createRandom(seed);
  const H = shape.hidden;
  const bound = 1 / Math.sqrt(H);
  const tensors: Tensors = new Map();
  for (const { name, rows, columns } of listTensors(shape)) {
    const values = new ArrayType(rows * columns);
    if (name === "embedding") {
      for (let i = 0; i < values.length; i++) values[i] = 0.5 * random.normal();
    } else if (name.endsWith(".weight")) {
      for (let i = 0; i < values.length; i++) values[i] = bound * (2 * random.uniform() - 1);
    } else if (name.startsWith("lstm.")) {
      values.fill(1, H, 2 * H);
    }
    tensors.set(name, values);
  }
  return tensors;
}

/** Tensors of the same names and lengths, all zero. */
export function createZeros(like: Tensors): Tensors {
  return new Map([...like].map(([name, values]) => [name, values.map(() => 0)]));
}

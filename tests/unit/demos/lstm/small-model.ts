import { createRandom } from "../../../../demos/kit/random.ts";
import type { LstmFile } from "../../../../demos/lstm/lstm-model.ts";

export interface SmallShape {
  V?: number; // vocabulary, up to 62 letters with the two special tokens
  E?: number;
  H?: number;
  depth?: number;
  spread?: number; // standard deviation of the weights
}

/** A model file with random weights: same seed, same weights. */
export function createSmallFile(
  seed: number,
  { V = 9, E = 4, H = 6, depth = 2, spread = 0.6 }: SmallShape = {},
): LstmFile {
  const random = createRandom(seed);
  const draw = (...shape: number[]) => ({
    shape,
    data: Float32Array.from(
      { length: shape.reduce((product, size) => product * size, 1) },
      () => spread * random.normal(),
    ),
  });
  const tensors = new Map([["embedding", draw(V, E)]]);
  for (let l = 0; l < depth; l++) {
    tensors.set(`lstm.${l}.input.weight`, draw(4 * H, l === 0 ? E : H));
    tensors.set(`lstm.${l}.recurrent.weight`, draw(4 * H, H));
    tensors.set(`lstm.${l}.bias`, draw(4 * H));
  }
  tensors.set("projection.weight", draw(E, H));
  tensors.set("projection.bias", draw(E));
  tensors.set("head.bias", draw(V));
  const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ01234567"];
  const vocabulary = ["\n", "<unknown>", ...letters.slice(0, V - 2)];
  while (vocabulary.length < V) vocabulary.push(String.fromCodePoint(0x4e00 + vocabulary.length));
  return { vocabulary, tensors };
}

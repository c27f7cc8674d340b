import { IGNORED } from "./cross-entropy.ts";
import { backNetwork, createStates } from "./network.ts";
import type { CellKind, NetworkShape } from "./network-shape.ts";
import type { Tensors } from "./numbers.ts";

/** The maps of a text, as one network reads it. */
export interface TextInfluence {
  cell: CellKind;
  step: number; // steps that the network was trained for
  characters: string[]; // □ for one that it does not know
  lengths: number[][]; // of each character, as measureInfluences gives them
}

/**
 * How much the characters read before it weigh on the prediction of each character of a text: the
 * length of the gradient of ln p with respect to the embedding that a step read, by backpropagation
 * through time over the whole text. A line end is read first, from zero state.
 * Yields the share done; of character `at` the result has at + 1 lengths, that of the start first.
 */
export function* measureInfluences(
  parameters: Tensors,
  shape: NetworkShape,
  tokens: readonly number[],
): Generator<number, number[][]> {
  const lengths: number[][] = [];
  for (const [at, target] of tokens.entries()) {
    const steps = at + 1;
    const inputs = Int32Array.of(0, ...tokens.slice(0, at));
    const targets = new Int32Array(steps).fill(IGNORED);
    targets[at] = target;
    const window = { steps, batch: 1, inputs, targets };
    const { dX } = backNetwork(parameters, shape, window, createStates(shape, 1));
    const E = shape.embedding;
    lengths.push(
      Array.from({ length: steps }, (_, t) => Math.hypot(...dX.subarray(t * E, (t + 1) * E))),
    );
    yield steps / tokens.length;
  }
  return lengths;
}

export const MOST_READ = 80; // characters

/** The beginning of a text, to read where the reader names nothing else. */
export function beginText(text: string): string {
  const [line = ""] = text.trim().split("\n", 1);
  return [...line].slice(0, 24).join("");
}

import { lossInPlace, toBits } from "./cross-entropy.ts";
import { createStates, runNetwork } from "./network.ts";
import type { NetworkShape } from "./network-shape.ts";
import type { Tensors } from "./numbers.ts";

const WINDOW = 64;

/**
 * Bits per character on a text that starts after a line end, its first character included, state
 * carried through. Attention, where there is some, sees windows of 64.
 */
export function measureBits(
  parameters: Tensors,
  shape: NetworkShape,
  tokens: Int32Array,
  most = Number.POSITIVE_INFINITY,
): number {
  const length = Math.min(most, tokens.length);
  let states = createStates(shape, 1);
  let nats = 0;
  for (let from = 0; from < length; from += WINDOW) {
    const targets = tokens.subarray(from, Math.min(length, from + WINDOW));
    const inputs = targets.map((_, i) => (from + i === 0 ? 0 : (tokens[from + i - 1] ?? 0)));
    const pass = runNetwork(parameters, shape, { inputs, steps: inputs.length }, states);
    nats += lossInPlace(pass.logits, targets, shape.vocabulary) * targets.length;
    states = pass.states;
  }
  return toBits(nats / length);
}

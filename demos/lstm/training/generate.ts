import { createRandom } from "../../kit/random.ts";
import { sampleToken } from "../../kit/sampling.ts";
import { unknownToken } from "../../kit/vocabulary.ts";
import { createStates, runNetwork } from "./network.ts";
import type { NetworkShape } from "./network-shape.ts";
import type { Tensors } from "./numbers.ts";

export interface GenerateOptions {
  prompt: readonly number[]; // may be empty; a line end stands before it
  count: number; // tokens to draw
  temperature: number;
  seed: number;
  window: number; // steps that attention looks back over
}

/** Tokens drawn one after another, the state carried along; the unknown token is never drawn. */
export function generateTokens(
  parameters: Tensors,
  shape: NetworkShape,
  { prompt, count, temperature, seed, window }: GenerateOptions,
): number[] {
  const random = createRandom(seed);
  const drawn: number[] = [];
  let states = createStates(shape, 1);
  let pending = [0, ...prompt];
  while (drawn.length < count) {
    const inputs = Int32Array.from(pending);
    const pass = runNetwork(parameters, shape, { inputs, steps: inputs.length }, states);
    const last = Float32Array.from(pass.logits.subarray(-shape.vocabulary));
    const token = sampleToken(last, { temperature, banned: [unknownToken] }, random);
    drawn.push(token);
    // Attention needs the states of its window again; without it the carried state is enough.
    if (shape.hasAttention && pending.length < window) pending.push(token);
    else {
      states = pass.states;
      pending = [token];
    }
  }
  return drawn;
}

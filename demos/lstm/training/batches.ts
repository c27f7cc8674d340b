import { createRandom } from "../../kit/random.ts";
import type { Window } from "./network.ts";

/** A window of training text; `isFresh` says that the state must start from zero. */
export interface Batch extends Window {
  isFresh: boolean;
}

/**
 * The windows of a text that is cut into B streams, read side by side: window n + 1 goes on where
 * window n ended, so the state carries over. Each round through the text starts at a seeded offset.
 * A window depends on its step alone, which makes going back exact.
 * @throws RangeError when a stream is shorter than one window
 */
export function createBatches(
  tokens: Int32Array,
  { batch, length, seed }: { batch: number; length: number; seed: number },
): (step: number) => Batch {
  const stream = Math.floor((tokens.length - 1) / batch);
  const perRound = Math.floor(stream / length);
  if (perRound < 1) throw new RangeError(`invalid text: ${tokens.length} tokens are too few`);
  const spare = stream - perRound * length;
  return (step) => {
    const round = Math.floor(step / perRound);
    const place = step % perRound;
    const offset = createRandom(seed + 7919 * round).integer(spare + 1);
    const inputs = new Int32Array(length * batch); // [T, B]
    const targets = new Int32Array(length * batch);
    for (let t = 0; t < length; t++) {
      for (let b = 0; b < batch; b++) {
        const at = b * stream + offset + place * length + t;
        inputs[t * batch + b] = tokens[at] ?? 0;
        targets[t * batch + b] = tokens[at + 1] ?? 0;
      }
    }
    return { steps: length, batch, inputs, targets, isFresh: place === 0 };
  };
}

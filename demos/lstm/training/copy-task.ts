import { createRandom, type Random } from "../../kit/random.ts";
import type { Batch } from "./batches.ts";
import { IGNORED } from "./cross-entropy.ts";
import { createStates, runNetwork } from "./network.ts";
import { type CellKind, cellKinds, type NetworkShape } from "./network-shape.ts";
import type { Tensors } from "./numbers.ts";
import { createState, trainStep } from "./trainer.ts";

/** Remember one of eight symbols over a gap and name it at the mark. */
export interface CopyPlan {
  gap: number; // blanks between symbol and mark
  steps: number;
  forgetBias: number; // of the LSTM at the start
  seed: number;
}

export interface CopyPoint {
  cell: CellKind;
  step: number;
  success: number; // share of fresh sequences answered right
}

export const copySettings = {
  gap: { min: 2, max: 60, step: 2, value: 20 },
  steps: { min: 50, max: 600, step: 50, value: 200 },
  forgetBias: { min: 0, max: 5, step: 0.5, value: 3 },
} as const;

const SYMBOLS = 8;
const BLANK = SYMBOLS;
const MARK = SYMBOLS + 1;
const BATCH = 16;
const TESTED = 200;
const EVERY = 25; // steps between two tests

/** Sequences of symbol, blanks and mark; only the answer to the mark counts. */
export function drawCopyBatch(gap: number, batch: number, random: Random): Batch {
  const steps = gap + 2;
  const inputs = new Int32Array(steps * batch).fill(BLANK); // [T, B]
  const targets = new Int32Array(steps * batch).fill(IGNORED);
  for (let b = 0; b < batch; b++) {
    const symbol = random.integer(SYMBOLS);
    inputs[b] = symbol;
    inputs[(steps - 1) * batch + b] = MARK;
    targets[(steps - 1) * batch + b] = symbol;
  }
  return { steps, batch, inputs, targets, isFresh: true };
}

/** The share of sequences whose most probable answer is right. */
function measureSuccess(parameters: Tensors, shape: NetworkShape, test: Batch): number {
  const { logits } = runNetwork(parameters, shape, test, createStates(shape, test.batch));
  const V = shape.vocabulary;
  const last = (test.steps - 1) * test.batch;
  let right = 0;
  for (let b = 0; b < test.batch; b++) {
    const row = logits.subarray((last + b) * V, (last + b + 1) * V);
    if (row.indexOf(Math.max(...row)) === test.targets[last + b]) right += 1;
  }
  return right / test.batch;
}

/** Trains the three cells on the same sequences and tests them on others; yields after each step. */
export function* runCopyTask({
  gap,
  steps,
  forgetBias,
  seed,
}: CopyPlan): Generator<CopyPoint | undefined, void> {
  const test = drawCopyBatch(gap, TESTED, createRandom(seed + 1_000_003));
  for (const cell of cellKinds) {
    const shape: NetworkShape = {
      cell,
      layers: 1,
      embedding: 16,
      hidden: 32,
      vocabulary: SYMBOLS + 2,
      hasAttention: false,
    };
    const state = createState(shape, BATCH, seed);
    state.parameters.get("lstm.0.bias")?.fill(forgetBias, shape.hidden, 2 * shape.hidden);
    const random = createRandom(seed);
    yield { cell, step: 0, success: measureSuccess(state.parameters, shape, test) };
    for (let step = 1; step <= steps; step++) {
      trainStep(shape, state, drawCopyBatch(gap, BATCH, random), { rate: 0.01, clip: 1 });
      const isTested = step % EVERY === 0 || step === steps;
      yield isTested
        ? { cell, step, success: measureSuccess(state.parameters, shape, test) }
        : undefined;
    }
  }
}

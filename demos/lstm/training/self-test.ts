import { createBatches } from "./batches.ts";
import type { NetworkShape } from "./network-shape.ts";
import type { Numbers, Tensors } from "./numbers.ts";
import {
  createReferenceTrainer,
  createState,
  type Trainer,
  type TrainingState,
} from "./trainer.ts";

/** Largest error of an engine that may be used, relative to the largest value of its tensor. */
const TOLERANCE = 1e-3;

/** What an engine computed otherwise than the reference, as largest relative errors. */
export interface SelfTest {
  forward: number; // loss and states
  gradient: number;
  update: number; // weights after two steps of Adam
}

/**
 * Trains a tiny network of the same kind for two steps on an engine and on the reference. The first
 * moment of Adam after the first step is a tenth of the gradient, so it shows the gradients.
 * Rejects with whatever the engine throws.
 */
export async function testEngine(
  createTrainer: (shape: NetworkShape, state: TrainingState) => Trainer,
  kind: Pick<NetworkShape, "cell" | "layers" | "hasAttention">,
): Promise<SelfTest> {
  const shape: NetworkShape = { ...kind, embedding: 3, hidden: 4, vocabulary: 6 };
  const tokens = Int32Array.from({ length: 40 }, (_, i) => (i * i + (i >> 2)) % shape.vocabulary);
  const batchAt = createBatches(tokens, { batch: 2, length: 5, seed: 1 });
  const options = { rate: 0.01, clip: 1e6 };
  const start = createState(shape, 2, 5);
  const trained = createTrainer(shape, start);
  const reference = createReferenceTrainer(shape, start);
  try {
    const first = await trained.step(batchAt(0), options);
    const wanted = await reference.step(batchAt(0), options);
    const [seen, right] = [await trained.read(), await reference.read()];
    const forward = Math.max(
      compare([first.loss], [wanted.loss]),
      ...right.states.flatMap(({ h, c }, layer) => {
        const state = seen.states[layer];
        return [compare(state?.h ?? [], h), compare(state?.c ?? [], c)];
      }),
    );
    const gradient = Math.max(
      compareAll(seen.adam.m, right.adam.m),
      compare([first.norm], [wanted.norm]),
    );
    await trained.step(batchAt(1), options);
    await reference.step(batchAt(1), options);
    const [later, rightLater] = [await trained.read(), await reference.read()];
    const update = compareAll(later.adam.m, rightLater.adam.m);
    const weights = compareAll(later.parameters, rightLater.parameters);
    return { forward, gradient, update: Math.max(update, weights) };
  } finally {
    trained.close();
  }
}

export function isWithinTolerance({ forward, gradient, update }: SelfTest): boolean {
  return [forward, gradient, update].every((error) => error <= TOLERANCE);
}

function compareAll(seen: Tensors, right: Tensors): number {
  return Math.max(...[...right].map(([name, values]) => compare(seen.get(name) ?? [], values)));
}

/** Largest difference, relative to the largest right value; not a number counts as infinite. */
function compare(seen: ArrayLike<number>, right: Numbers | number[]): number {
  if (seen.length !== right.length) return Number.POSITIVE_INFINITY;
  let most = 0;
  let error = 0;
  right.forEach((value: number, i: number) => {
    most = Math.max(most, Math.abs(value));
    const difference = Math.abs((seen[i] ?? Number.NaN) - value);
    error = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(error, difference);
  });
  return most === 0 ? error : error / most;
}

import { createBatches } from "./batches.ts";
import { IGNORED } from "./cross-entropy.ts";
import { backNetwork, createStates } from "./network.ts";
import { type CellKind, cellKinds } from "./network-shape.ts";
import { type Plan, shapeNetwork } from "./plan.ts";
import type { PreparedText } from "./text.ts";
import { createState, trainStep } from "./trainer.ts";

/** How the gradient of the last prediction fades on its way back through a window. */
export interface Fade {
  cell: CellKind;
  steps: number; // training steps taken before
  loss: number; // nats, mean over the last training window; NaN before any
  h: number[]; // ‖∂L/∂h_t‖ of the top layer, first step of the window first
  c: number[]; // ‖∂L/∂c_t‖, LSTM only
}

/**
 * Measures the three cells in turn: same text, same seed, same windows, after so many training
 * steps each. The loss is that of the window's last character alone. Yields the share done.
 */
export function* measureFades(
  text: PreparedText,
  plan: Plan,
  trained: number,
): Generator<number, Fade[]> {
  const fades: Fade[] = [];
  for (const [i, cell] of cellKinds.entries()) {
    const shape = shapeNetwork({ ...plan, cell, hasAttention: false }, text.vocabulary.length);
    const state = createState(shape, plan.batch, plan.seed);
    const batchAt = createBatches(text.train, plan);
    let loss = Number.NaN;
    for (let step = 0; step < trained; step++) {
      loss = trainStep(shape, state, batchAt(step), plan).loss;
      yield (i + step / trained) / cellKinds.length;
    }
    const window = batchAt(0);
    const last = (window.steps - 1) * window.batch;
    const targets = window.targets.map((token, at) => (at < last ? IGNORED : token));
    const { norms } = backNetwork(
      state.parameters,
      shape,
      { ...window, targets },
      createStates(shape, plan.batch),
    );
    const top = norms.at(-1) ?? { h: [], c: [] };
    fades.push({ cell, steps: trained, loss, h: top.h, c: top.c });
    yield (i + 1) / cellKinds.length;
  }
  return fades;
}

import { type AdamState, clipGradients, createAdam, stepAdam } from "./adam.ts";
import type { Batch } from "./batches.ts";
import { backNetwork, createStates } from "./network.ts";
import type { NetworkShape } from "./network-shape.ts";
import type { Tensors } from "./numbers.ts";
import { createParameters } from "./parameters.ts";
import type { LayerState } from "./recurrence.ts";

/** All that a run needs to go on, kept on the host: 32-bit numbers, no engine in them. */
export interface TrainingState {
  parameters: Tensors;
  adam: AdamState; // its step is the run's
  states: LayerState[]; // carried from window to window
}

export interface StepOptions {
  rate: number;
  clip: number; // largest norm of all gradients together
}

export interface StepOutcome {
  loss: number; // nats per character, before the update
  norm: number; // of all gradients together, before clipping
}

/** Something that trains: the reference here, or a network on one of the other engines. */
export interface Trainer {
  step(batch: Batch, options: StepOptions): Promise<StepOutcome>;
  /** A copy of the state, which later steps leave alone. */
  read(): Promise<TrainingState>;
  close(): void;
}

export function createState(shape: NetworkShape, batch: number, seed: number): TrainingState {
  const parameters = createParameters(shape, seed);
  return { parameters, adam: createAdam(parameters), states: createStates(shape, batch) };
}

function copyState({ parameters, adam, states }: TrainingState): TrainingState {
  const copy = (tensors: Tensors): Tensors =>
    new Map([...tensors].map(([name, values]) => [name, values.slice()]));
  return {
    parameters: copy(parameters),
    adam: { step: adam.step, m: copy(adam.m), v: copy(adam.v) },
    states: states.map(({ h, c }) => ({ h: h.slice(), c: c.slice() })),
  };
}

/** The state with room for another batch size; a carried state of another size starts from zero. */
export function fitStates(state: TrainingState, shape: NetworkShape, batch: number): TrainingState {
  const isFit = state.states[0]?.h.length === batch * shape.hidden;
  return isFit ? state : { ...state, states: createStates(shape, batch) };
}

/** Bytes that a state takes. */
export function sizeOfState({ parameters, states }: TrainingState): number {
  const weights = [...parameters.values()].reduce((sum, { length }) => sum + length, 0);
  const carried = states.reduce((sum, { h, c }) => sum + h.length + c.length, 0);
  return 4 * (3 * weights + carried);
}

/** Trains with the TypeScript core, which every other engine is held against. */
export function createReferenceTrainer(shape: NetworkShape, start: TrainingState): Trainer {
  const state = copyState(start);
  return {
    step: async (batch, options) => trainStep(shape, state, batch, options),
    read: async () => copyState(state),
    close: () => {},
  };
}

/** One training step in place. */
export function trainStep(
  shape: NetworkShape,
  state: TrainingState,
  batch: Batch,
  { rate, clip }: StepOptions,
): StepOutcome {
  const before = batch.isFresh ? createStates(shape, batch.batch) : state.states;
  const { loss, gradients, states } = backNetwork(state.parameters, shape, batch, before);
  const norm = clipGradients(gradients, clip);
  stepAdam(state.parameters, gradients, state.adam, rate);
  state.states = states;
  return { loss, norm };
}

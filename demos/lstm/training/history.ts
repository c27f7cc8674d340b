import { sizeOfState, type TrainingState } from "./trainer.ts";

/** Earlier states of a run to go back to: never more than `most` bytes, spread over the whole run. */
export interface History {
  push(state: TrainingState): void;
  /** The latest state at or before a step. */
  find(step: number): TrainingState | undefined;
  /** Forgets what came after a step. */
  cut(step: number): void;
  steps(): number[];
}

export function createHistory(most: number): History {
  let kept: TrainingState[] = [];
  const find = (step: number) => kept.findLast(({ adam }) => adam.step <= step);
  return {
    push(state) {
      if (find(state.adam.step)?.adam.step === state.adam.step) return;
      kept.push(state);
      const room = Math.max(3, Math.floor(most / sizeOfState(state)));
      // Every other state goes, the first and the newest stay: gaps grow with the run.
      if (kept.length > room) {
        kept = kept.filter((_, i) => i % 2 === 0 || i === kept.length - 1);
      }
    },
    find,
    cut(step) {
      kept = kept.filter(({ adam }) => adam.step <= step);
    },
    steps: () => kept.map(({ adam }) => adam.step),
  };
}

import { createBatches } from "./batches.ts";
import {
  EngineFault,
  type EngineId,
  type EngineOpener,
  engineIds,
  readMessage,
  type Tried,
} from "./engine.ts";
import { type Plan, shapeNetwork } from "./plan.ts";
import type { PreparedText } from "./text.ts";
import { createState } from "./trainer.ts";

/** What a training step takes on one engine, or why it did not run. */
export type EngineSpeed =
  | { id: EngineId; ms: number; isSoftware: boolean }
  | { id: EngineId; refused: Tried };

const WARM_UP = 2; // the first steps compile
const MOST_STEPS = 12;
const ENOUGH_MS = 3000;

/** Median time of a training step on every engine that passes its self-test, the slowest last. */
export async function* measureSpeeds(
  open: EngineOpener,
  text: PreparedText,
  plan: Plan,
  now: () => number,
): AsyncGenerator<EngineSpeed> {
  const shape = shapeNetwork(plan, text.vocabulary.length);
  const batchAt = createBatches(text.train, plan);
  for (const id of engineIds) {
    try {
      const engine = await open(id, plan, true);
      const trainer = engine.createTrainer(shape, createState(shape, plan.batch, plan.seed));
      const times: number[] = [];
      let spent = 0;
      for (let step = 0; step < WARM_UP + MOST_STEPS && spent < ENOUGH_MS; step++) {
        const start = now();
        await Promise.race([trainer.step(batchAt(step), plan), engine.lost]);
        const ms = now() - start;
        if (step >= WARM_UP) times.push(ms);
        if (step >= WARM_UP) spent += ms;
      }
      trainer.close();
      engine.close();
      const sorted = times.sort((a, b) => a - b);
      const ms = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
      yield { id, ms, isSoftware: engine.isSoftware };
    } catch (fault) {
      const why = fault instanceof EngineFault ? fault.why : "failed";
      yield { id, refused: { id, why, detail: readMessage(fault) } };
    }
  }
}

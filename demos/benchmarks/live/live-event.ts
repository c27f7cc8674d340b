import type { ContestantId } from "./plan.ts";
import { type AnySteps, iterate } from "./timing.ts";

/** One setting of one contestant, measured. */
export interface LivePoint {
  contestant: ContestantId;
  parameters: string;
  batch: boolean; // all queries handed over at once
  recall: number; // 0–1, mean over the queries
  qps: number; // queries per second, the best of 5 passes
  buildSeconds: number;
  indexKb: number; // vectors and index, 1,024 bytes each
  engine: Engine;
}

/** What computed the distances. */
export type Engine =
  | { kind: "javascript" }
  | { kind: "webgpu"; adapter: string; software: boolean };

export type Stage = "data" | "truth" | "build" | "search";

/** What became of the reader's wish to use WebGPU. */
export type GpuReport =
  | { state: "used"; adapter: string; software: boolean; error: number } // largest relative error
  | { state: "refused"; why: GpuRefusal; detail: string };

export type GpuRefusal = "no-api" | "no-adapter" | "no-device" | "disagrees" | "lost";

export type LiveEvent =
  | ({ kind: "progress"; share: number } & Place)
  | { kind: "point"; point: LivePoint }
  | { kind: "gpu"; report: GpuReport };

/** Where a run stands. */
export interface Place {
  stage: Stage;
  contestant?: ContestantId;
  parameters?: string;
}

/** Turns shares done into progress events. */
export async function* reportSteps<T>(
  steps: AnySteps<T>,
  place: Place,
): AsyncGenerator<LiveEvent, T> {
  yield { kind: "progress", share: 0, ...place };
  const iterator = iterate(steps);
  for (;;) {
    const step = await iterator.next();
    if (step.done) return step.value;
    yield { kind: "progress", share: step.value, ...place };
  }
}

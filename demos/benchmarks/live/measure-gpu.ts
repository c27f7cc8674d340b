import { GpuFault } from "../../kit/gpu.ts";
import { compareAnswers, TOLERANCE } from "./agreement.ts";
import { searchExact } from "./exact.ts";
import type { GpuExact } from "./gpu-exact.ts";
import { type GpuRefusal, type LiveEvent, reportSteps } from "./live-event.ts";
import { type Clock, type Timed, timeBestPass } from "./timing.ts";
import { averageRecall, type Trial } from "./trial.ts";
import type { Vectors } from "./vectors.ts";

export type OpenGpu = (base: Vectors, queries: Vectors) => Promise<GpuExact>;

const TESTED = 64; // queries of the self-test

const contestant = "brute-force-webgpu";

/**
 * Measures the kernel, one query at a time and all at once, after its answers to 64 queries have
 * agreed with the CPU. A GPU that is absent, disagrees or is lost is reported, never an error.
 */
export async function* measureGpu(
  trial: Trial,
  now: Clock,
  openGpu: OpenGpu,
): AsyncGenerator<LiveEvent, void> {
  const { data, queries } = trial;
  yield { kind: "progress", stage: "build", contestant, share: 0 };
  let opened: GpuExact | undefined;
  try {
    const start = now();
    const gpu = await openGpu(data.base, data.queries);
    opened = gpu;
    const buildSeconds = (now() - start) / 1000;
    const { adapter, software } = gpu;

    const error = await testKernel(gpu, trial);
    if (error > TOLERANCE) {
      yield refuse("disagrees", error.toExponential(1));
      return;
    }
    yield { kind: "gpu", report: { state: "used", adapter, software, error } };

    for (const size of [1, queries.length]) {
      const parameters = `batch=${size}`;
      const pass = (rounds: number) => timeBatches(gpu, trial, size, rounds, now);
      const best = yield* reportSteps(timeBestPass(pass), {
        stage: "search",
        contestant,
        parameters,
      });
      const point = {
        contestant,
        parameters,
        batch: size > 1,
        recall: averageRecall(trial, best.value),
        qps: (1000 * queries.length) / best.ms,
        buildSeconds,
        indexKb: data.base.values.byteLength / 1024,
        engine: { kind: "webgpu", adapter, software },
      } as const;
      yield { kind: "point", point };
    }
  } catch (fault) {
    yield refuse(fault instanceof GpuFault ? fault.kind : "lost", describe(fault));
  } finally {
    opened?.close();
  }
}

/** Largest relative error over the queries of the self-test. */
async function testKernel(gpu: GpuExact, { data, plan, queries }: Trial): Promise<number> {
  const asked = queries.slice(0, TESTED);
  const truth = asked.map((query) => searchExact(data.base, query, plan.k));
  return compareAnswers(data.base, asked, await gpu.search(0, asked.length, plan.k), truth);
}

const SLICE_MS = 40;

async function* timeBatches(
  gpu: GpuExact,
  { queries, plan }: Trial,
  size: number,
  rounds: number,
  now: Clock,
): AsyncGenerator<number, Timed<Int32Array[]>> {
  const answers: Int32Array[] = [];
  let ms = 0;
  let slice = 0;
  for (let round = 0; round < rounds; round++) {
    for (let from = 0; from < queries.length; from += size) {
      const start = now();
      const found = await gpu.search(from, Math.min(from + size, queries.length), plan.k);
      const spent = now() - start;
      ms += spent;
      slice += spent;
      for (const [i, { ids }] of found.entries()) answers[from + i] = ids;
      if (slice < SLICE_MS) continue;
      slice = 0;
      yield (round + from / queries.length) / rounds;
    }
  }
  return { value: answers, ms };
}

function refuse(why: GpuRefusal, detail: string): LiveEvent {
  return { kind: "gpu", report: { state: "refused", why, detail } };
}

function describe(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

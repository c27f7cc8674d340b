import { createRandom } from "../../kit/random.ts";
import { builds, type CpuContestantId } from "./contestants.ts";
import { searchExact } from "./exact.ts";
import { type Engine, type LiveEvent, type LivePoint, reportSteps } from "./live-event.ts";
import { measureGpu, type OpenGpu } from "./measure-gpu.ts";
import { type LivePlan, QUERIES } from "./plan.ts";
import { measureDistances } from "./recall.ts";
import { type Clock, type Steps, timeBestPass, timeSteps } from "./timing.ts";
import { averageRecall, type Trial } from "./trial.ts";
import { drawDataSet, readVector } from "./vectors.ts";

const javascript: Engine = { kind: "javascript" };

/**
 * Draws the data, finds the truth, then builds and measures one contestant after the other. Every
 * event is a place to pause, or to end by `return()`. A sweep ends at the first setting with recall
 * 1: more effort could only be slower. Equal plans give equal recalls.
 */
export async function* measureLive(
  plan: LivePlan,
  now: Clock,
  openGpu: OpenGpu,
): AsyncGenerator<LiveEvent, void> {
  yield { kind: "progress", stage: "data", share: 0 };
  const { n, d, clusters, seed } = plan;
  const data = drawDataSet({ n, d, clusters, queries: QUERIES }, createRandom(seed));
  const queries = Array.from({ length: QUERIES }, (_, i) => readVector(data.queries, i));
  const { value: truth } = yield* reportSteps(
    timeSteps(
      answerAll(queries, (query) => searchExact(data.base, query, plan.k)),
      now,
    ),
    { stage: "truth" },
  );
  const kth = Float64Array.from(truth, (ids, i) => {
    const distances = measureDistances(data.base, queries[i] ?? new Float32Array(), ids);
    return distances[distances.length - 1] ?? Number.NaN;
  });
  const trial: Trial = { plan, data, queries, kth };
  for (const contestant of plan.contestants) {
    if (contestant === "brute-force-webgpu") yield* measureGpu(trial, now, openGpu);
    else yield* measureCpu(trial, contestant, now);
  }
}

async function* measureCpu(
  trial: Trial,
  contestant: CpuContestantId,
  now: Clock,
): AsyncGenerator<LiveEvent, void> {
  const { plan, data, queries } = trial;
  const build = builds[contestant](data.base, plan, createRandom(plan.seed));
  const built = yield* reportSteps(timeSteps(build, now), { stage: "build", contestant });
  for (const { parameters, search } of built.value.settings) {
    const pass = (rounds: number) => timeSteps(answerAll(queries, search, rounds), now);
    const best = yield* reportSteps(timeBestPass(pass), {
      stage: "search",
      contestant,
      parameters,
    });
    const recall = averageRecall(trial, best.value);
    const point: LivePoint = {
      contestant,
      parameters,
      batch: false,
      recall,
      qps: (1000 * queries.length) / best.ms,
      buildSeconds: built.ms / 1000,
      indexKb: (data.base.values.byteLength + built.value.bytes) / 1024,
      engine: javascript,
    };
    yield { kind: "point", point };
    if (recall === 1) return;
  }
}

const YIELD_EVERY = 8; // queries

/** Asks all queries so many rounds; the answers are those of the last round. */
function* answerAll(
  queries: Float32Array[],
  search: (query: Float32Array) => Int32Array,
  rounds = 1,
): Steps<Int32Array[]> {
  const answers: Int32Array[] = [];
  const total = rounds * queries.length;
  for (let round = 0; round < rounds; round++) {
    for (const [i, query] of queries.entries()) {
      answers[i] = search(query);
      if (i % YIELD_EVERY === YIELD_EVERY - 1) yield (round * queries.length + i) / total;
    }
  }
  return answers;
}

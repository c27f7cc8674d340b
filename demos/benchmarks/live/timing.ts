/** Milliseconds from any fixed moment; injected, so that the measurement itself is pure. */
export type Clock = () => number;

const SLICE_MS = 40; // longest stretch without handing over, so that a stop is heard
const PASSES = 5;
const PASS_MS = 30; // browser clocks may tick once per millisecond: a pass must be much longer
const MOST_ROUNDS = 4096;

/** Steps of work that yield the share done. */
export type Steps<T> = Generator<number, T>;

/** Runs steps to their end, handing over between slices; pauses are not counted. */
export function* timeSteps<T>(steps: Steps<T>, now: Clock): Generator<number, Timed<T>> {
  let ms = 0;
  for (;;) {
    const start = now();
    let step = steps.next();
    while (!step.done && now() - start < SLICE_MS) step = steps.next();
    ms += now() - start;
    if (step.done) return { value: step.value, ms };
    yield step.value;
  }
}

export interface Timed<T> {
  value: T;
  ms: number;
}

/** Steps that are taken at once or as they come. */
export type AnySteps<T> = Iterable<number, T> | AsyncIterable<number, T>;

/** A timed pass that goes through all queries so many rounds. */
export type Pass<T> = (rounds: number) => AnySteps<Timed<T>>;

/**
 * The best of 5 passes over all queries after a warm-up, as ann-benchmarks takes it, but timed pass
 * by pass: a pass goes through the queries as often as it takes to last 30 ms. Gives ms per round
 * and the answers of the last pass.
 */
export async function* timeBestPass<T>(pass: Pass<T>): AsyncGenerator<number, Timed<T>> {
  let rounds = 1;
  let last = yield* rescaleSteps(pass(rounds), 0, 0);
  while (last.ms < PASS_MS && rounds < MOST_ROUNDS) {
    rounds = Math.min(MOST_ROUNDS, rounds * (last.ms > 0 ? Math.ceil(PASS_MS / last.ms) : 8));
    last = yield* rescaleSteps(pass(rounds), 0, 0);
  }
  let best = Number.POSITIVE_INFINITY;
  for (let done = 0; done < PASSES; done++) {
    last = yield* rescaleSteps(pass(rounds), done / PASSES, (done + 1) / PASSES);
    best = Math.min(best, last.ms / rounds);
  }
  return { value: last.value, ms: best };
}

/** The same steps as a stretch of a longer way. */
async function* rescaleSteps<T>(
  steps: AnySteps<T>,
  from: number,
  to: number,
): AsyncGenerator<number, T> {
  const iterator = iterate(steps);
  for (;;) {
    const step = await iterator.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** Steps as one kind of iterator. */
export async function* iterate<T>(steps: AnySteps<T>): AsyncGenerator<number, T> {
  return yield* steps;
}

import { measureVariation, readNext } from "./next-token.ts";
import type { ForwardOptions, GivenWeights, HeadPlace } from "./options.ts";
import type { Run } from "./run.ts";
import { runTransformer } from "./transformer.ts";
import type { Transformer } from "./weights.ts";

/** Ways to fill a row that have nothing to do with what the head computed. */
export const fillings = ["reversed", "uniform", "first", "self"] as const;
export type Filling = (typeof fillings)[number];

/** Heads that read something else, and a prediction that hardly moves. */
export interface CounterExample {
  replaced: (HeadPlace & { filling: Filling; moved: number })[]; // `moved`: mean of the rows
  outputMoved: number; // total variation between the two next-token distributions, 0–1
  heads: number; // in all
  run: Run;
}

/**
 * Replaces the attention of as many heads as it can while the next-token distribution moves by less
 * than `limit` in total variation (in the spirit of Jain and Wallace 2019). Greedy: the heads whose
 * replacement does least come first. Yields the share done.
 */
export function* searchCounterExample(
  model: Transformer,
  tokens: readonly number[],
  options: ForwardOptions,
  limit = 0.05,
): Generator<number, CounterExample> {
  const T = tokens.length;
  const base = runTransformer(model, tokens, options);
  const p = readNext(base);
  const { layers, heads } = model.shape;
  const total = 2 * layers * heads;
  const trials: { given: GivenWeights; filling: Filling; moved: number; cost: number }[] = [];
  for (let at = 0; at < layers * heads; at++) {
    const place = { layer: Math.floor(at / heads), head: at % heads };
    const own = base.blocks[place.layer]?.heads[place.head]?.weights ?? new Float32Array(T * T);
    const tried = fillings.map((filling) => {
      const given = {
        ...place,
        weights: fillRows(own, T, filling, options.mask !== "bidirectional"),
      };
      const run = runTransformer(model, tokens, { ...options, given: [given] });
      const moved = measureRows(own, given.weights, T);
      return { given, filling, moved, cost: measureVariation(p, readNext(run)) };
    });
    // The filling that is furthest from the head's own weights for what it costs.
    tried.sort((a, b) => a.cost / (a.moved + 1e-9) - b.cost / (b.moved + 1e-9));
    const [best] = tried;
    if (best) trials.push(best);
    yield (at + 1) / total;
  }
  trials.sort((a, b) => a.cost - b.cost);
  let kept: typeof trials = [];
  let run = base;
  for (const [at, trial] of trials.entries()) {
    const given = [...kept, trial].map((one) => one.given);
    const next = runTransformer(model, tokens, { ...options, given });
    if (measureVariation(p, readNext(next)) < limit) {
      kept = [...kept, trial];
      run = next;
    }
    yield (trials.length + at + 1) / total;
  }
  return {
    replaced: kept.map(({ given: { layer, head }, filling, moved }) => ({
      layer,
      head,
      filling,
      moved,
    })),
    outputMoved: measureVariation(p, readNext(run)),
    heads: layers * heads,
    run,
  };
}

/** Rows of [T, T] filled anew, nothing beyond the mask. */
export function fillRows(
  own: Float32Array,
  T: number,
  filling: Filling,
  isCausal: boolean,
): Float32Array<ArrayBuffer> {
  const filled = new Float32Array(T * T);
  for (let t = 0; t < T; t++) {
    const seen = isCausal ? t + 1 : T;
    for (let j = 0; j < seen; j++) {
      const values: Record<Filling, number> = {
        reversed: own[t * T + seen - 1 - j] ?? 0,
        uniform: 1 / seen,
        first: j === 0 ? 1 : 0,
        self: j === t ? 1 : 0,
      };
      filled[t * T + j] = values[filling];
    }
  }
  return filled;
}

/** Mean total variation of the rows that have a choice. */
function measureRows(A: Float32Array, B: Float32Array, T: number): number {
  let sum = 0;
  for (let t = 1; t < T; t++) {
    sum += measureVariation(A.subarray(t * T, (t + 1) * T), B.subarray(t * T, (t + 1) * T));
  }
  return sum / Math.max(1, T - 1);
}

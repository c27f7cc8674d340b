import { createRandom } from "../kit/random.ts";
import { type SamplingOptions, sampleToken } from "../kit/sampling.ts";
import { createCache, extendCache } from "./cache.ts";
import type { Transformer } from "./weights.ts";

export interface PoemPlan {
  /** The first character of each line as a token; undefined leaves it to the model. */
  firsts: readonly (number | undefined)[];
  /** Characters in a line. */
  metre: 5 | 7;
  /** Tokens that end a line in turn: a comma and a full stop. */
  marks: readonly [comma: number, stop: number];
  /** Tokens that may not stand inside a line: line end, unknown, every mark. */
  banned: readonly number[];
}

/** A poem in tokens, the start token left out. Equal seeds give equal poems. */
export function writePoem(
  model: Transformer,
  { firsts, metre, marks, banned }: PoemPlan,
  { seed, ...sampling }: SamplingOptions & { seed: number },
): number[] {
  const random = createRandom(seed);
  const cache = createCache(model);
  const poem: number[] = [];
  let logits = extendCache(model, cache, 0);
  const take = (token: number): void => {
    poem.push(token);
    if (cache.length < model.shape.context) logits = extendCache(model, cache, token);
  };
  for (const [line, first] of firsts.entries()) {
    for (let place = 0; place < metre; place++) {
      const isGiven = place === 0 && first !== undefined;
      take(isGiven ? first : sampleToken(logits, { ...sampling, banned }, random));
    }
    take(line % 2 === 0 ? marks[0] : marks[1]);
  }
  return poem;
}

import { createCache, extendCache } from "../attention/cache.ts";
import type { Transformer } from "../attention/weights.ts";
import { createRandom } from "../kit/random.ts";
import { sampleToken } from "../kit/sampling.ts";
import { encode, unknownToken } from "../kit/vocabulary.ts";
import type { Corpus } from "./corpus.ts";
import { createState, step } from "./inference.ts";
import type { Lstm } from "./lstm-model.ts";
import { lineEnd, type Plan } from "./writing.ts";

/** A model that reads characters one at a time, for a comparison on equal terms. */
export interface Reader {
  /** Logits of the character after `token`, [V]. The first token is the line end. */
  read(token: number): Float32Array;
}

export function createLstmReader(model: Lstm, { hasOwnLines }: Corpus): Reader {
  let state = createState(model);
  return {
    read(token) {
      if (hasOwnLines && token === lineEnd) state = createState(model);
      const now = step(model, state, token);
      state = now.state;
      return now.logits;
    },
  };
}

/** With a cache of keys and values; when the context is full, its later half is read again. */
export function createTransformerReader(model: Transformer, { hasOwnLines }: Corpus): Reader {
  let cache = createCache(model);
  let seen: number[] = [];
  return {
    read(token) {
      const isFull = seen.length === model.shape.context;
      if (isFull || (hasOwnLines && token === lineEnd)) {
        cache = createCache(model);
        seen = hasOwnLines && token === lineEnd ? [] : seen.slice(-(seen.length >> 1));
        for (const old of seen) extendCache(model, cache, old);
      }
      seen.push(token);
      return extendCache(model, cache, token);
    },
  };
}

/** Writes `length` characters after the prompt, one per turn. */
export function* writeWith(
  reader: Reader,
  vocabulary: readonly string[],
  { prompt, length, seed, sampling }: Pick<Plan, "prompt" | "length" | "seed" | "sampling">,
): Generator<string> {
  const random = createRandom(seed);
  let logits = reader.read(lineEnd);
  for (const token of encode(vocabulary, prompt).tokens) logits = reader.read(token);
  for (let written = 0; written < length; written++) {
    const token = sampleToken(logits, { ...sampling, banned: [unknownToken] }, random);
    logits = reader.read(token);
    yield vocabulary[token] ?? "";
  }
}

/** Multiplications of one step of an LSTM: each weight of its matrices once. */
export function countLstmStep({ layers, embedding, projection }: Lstm): number {
  return layers.reduce(
    (sum, { W, U }) => sum + W.length + U.length,
    embedding.length + projection.length,
  );
}

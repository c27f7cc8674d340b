import { bitsOf } from "../kit/softmax.ts";
import type { Corpus } from "./corpus.ts";
import type { Hold } from "./inference.ts";
import type { Lstm } from "./lstm-model.ts";
import { openText, readToken } from "./writing.ts";

/** Bits per character that a model, with some parts held, needs for a text; 0 for an empty one. */
export function measureBits(
  model: Lstm,
  corpus: Corpus,
  tokens: readonly number[],
  holds: readonly Hold[] = [],
): number {
  let last = openText(model, holds);
  let bits = 0;
  for (const token of tokens) {
    bits += bitsOf(last.logits, token);
    last = readToken(model, corpus, last.state, token, holds);
  }
  return bits / (tokens.length || 1);
}

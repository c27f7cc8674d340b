import { runTransformer } from "../../demos/attention/transformer.ts";
import { readTransformer } from "../../demos/attention/weights.ts";
import type { Model } from "../../demos/kit/model-file.ts";
import { bitsOf } from "../../demos/kit/softmax.ts";
import { createState, step } from "../../demos/lstm/inference.ts";
import { createLstm } from "../../demos/lstm/lstm-model.ts";

/** Bits that a model needs for a text of tokens, read from the start token on. */
export type Scorer = (tokens: readonly number[]) => number;

const start = 0; // the line end, which every text starts from

export function createScorer(model: Model): Scorer {
  return model.architecture === "lstm" ? createLstmScorer(model) : createTransformerScorer(model);
}

/** The state is carried through the whole text. */
function createLstmScorer(model: Model): Scorer {
  const lstm = createLstm(model);
  return (tokens) => {
    let bits = 0;
    let last = step(lstm, createState(lstm), start);
    for (const [index, token] of tokens.entries()) {
      bits += bitsOf(last.logits, token);
      if (index + 1 < tokens.length) last = step(lstm, last.state, token);
    }
    return bits;
  };
}

/**
 * A text longer than the context is read in overlapping windows: each character is predicted from
 * at least half a context, where there are so many before it.
 */
function createTransformerScorer(model: Model): Scorer {
  const transformer = readTransformer(model);
  const { context, vocabulary } = transformer.shape;
  const half = Math.floor(context / 2);
  return (tokens) => {
    const inputs = [start, ...tokens.slice(0, -1)];
    let bits = 0;
    for (let scored = 0; scored < tokens.length; ) {
      const end = Math.min(inputs.length, scored === 0 ? context : scored + half);
      const first = Math.max(0, end - context);
      const { logits } = runTransformer(transformer, inputs.slice(first, end));
      for (; scored < end; scored++) {
        const row = (scored - first) * vocabulary;
        bits += bitsOf(logits.subarray(row, row + vocabulary), tokens[scored] as number);
      }
    }
    return bits;
  };
}

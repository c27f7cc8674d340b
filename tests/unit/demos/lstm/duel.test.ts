import assert from "node:assert/strict";
import { test } from "node:test";
import { runTransformer } from "../../../../demos/attention/transformer.ts";
import { corpora } from "../../../../demos/lstm/corpus.ts";
import {
  countLstmStep,
  createLstmReader,
  createTransformerReader,
  writeWith,
} from "../../../../demos/lstm/duel.ts";
import { createLstm } from "../../../../demos/lstm/lstm-model.ts";
import { writeText } from "../../../../demos/lstm/writing.ts";
import { createSample, findGap } from "../attention/sample.ts";
import { createSmallFile } from "./small-model.ts";

const model = createLstm(createSmallFile(4, { V: 12 }));
const transformer = createSample();
const plan = { prompt: "ab", length: 30, seed: 5, sampling: { temperature: 0.9, topK: 6 } };

for (const corpus of [corpora.tang, corpora.shakespeare]) {
  test(`${corpus.name.en}: in the comparison the LSTM writes what it writes on the page`, () => {
    const reader = createLstmReader(model, corpus);
    const compared = [...writeWith(reader, model.vocabulary, plan)].join("");
    const page = [...writeText(model, corpus, { ...plan, heads: "", holds: [] })];
    const written = page.map(({ character }) => character).join("");
    assert.equal(plan.prompt + compared, written.slice(0, 32));
  });
}

test("the transformer's reader gives the logits of a full pass over what it holds", () => {
  const reader = createTransformerReader(transformer, corpora.shakespeare);
  const tokens = [0, 3, 4, 5, 2, 7];
  const last = tokens.map((token) => reader.read(token)).at(-1);
  const { logits } = runTransformer(transformer, tokens);
  assert.ok(last && findGap(last, logits.slice(-10)) < 1e-5);
});

test("a full context goes on with its later half", () => {
  const reader = createTransformerReader(transformer, corpora.shakespeare);
  const tokens = Array.from({ length: 17 }, (_, t) => 2 + (t % 8));
  const last = tokens.map((token) => reader.read(token)).at(-1);
  const { logits } = runTransformer(transformer, tokens.slice(8));
  assert.ok(last && findGap(last, logits.slice(-10)) < 1e-5);
});

test("where each line is a text of its own, a line end empties the transformer's context", () => {
  const reader = createTransformerReader(transformer, corpora.tang);
  const last = [0, 3, 4, 0, 5].map((token) => reader.read(token)).at(-1);
  const { logits } = runTransformer(transformer, [0, 5]);
  assert.ok(last && findGap(last, logits.slice(-10)) < 1e-5);
});

test("a step of an LSTM multiplies each weight of its matrices once", () => {
  const one = createLstm(createSmallFile(1, { V: 9, E: 4, H: 6, depth: 1 }));
  assert.equal(countLstmStep(one), 4 * 6 * (4 + 6) + 6 * 4 + 9 * 4);
});

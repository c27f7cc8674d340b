import assert from "node:assert/strict";
import { test } from "node:test";
import { type Corpus, corpora } from "../../../../demos/lstm/corpus.ts";
import { createState, step } from "../../../../demos/lstm/inference.ts";
import { createLstm } from "../../../../demos/lstm/lstm-model.ts";
import { type Plan, writeText } from "../../../../demos/lstm/writing.ts";
import { createSmallFile } from "./small-model.ts";

const model = createLstm(createSmallFile(4, { V: 12 }));
const corpus: Corpus = { ...corpora.tang, lineMarks: "ab" };
const usual: Plan = { prompt: "", heads: "", length: 40, seed: 1, sampling: {}, holds: [] };
const write = (plan: Partial<Plan>, form = corpus) => [
  ...writeText(model, form, { ...usual, ...plan }),
];
const join = (text: readonly { character: string }[]): string =>
  text.map(({ character }) => character).join("");

test("the same seed gives the same text, another seed another text", () => {
  assert.equal(join(write({})), join(write({})));
  assert.notEqual(join(write({})), join(write({ seed: 2 })));
});

test("a greedy text does not depend on the seed", () => {
  const sampling = { temperature: 0 };
  assert.equal(join(write({ sampling })), join(write({ sampling, seed: 9 })));
});

test("a prompt of any length opens the text, and an empty one leaves the model to begin", () => {
  const long = "cdefg".repeat(30);
  for (const prompt of ["", "c", long]) {
    const text = write({ prompt });
    assert.equal(join(text).slice(0, prompt.length), prompt);
    assert.equal(text.filter(({ origin }) => origin === "given").length, prompt.length);
    assert.ok(text.length >= prompt.length + usual.length);
  }
});

test("a character outside the vocabulary stays as typed and is read as the unknown token", () => {
  const [first] = write({ prompt: "龘" });
  assert.deepEqual([first?.character, first?.token], ["龘", 1]);
});

test("the model never writes the unknown token", () => {
  const text = write({ length: 2000 });
  assert.ok(text.every(({ token }) => token !== 1));
});

test("the state is carried over: step by step from the start gives the same numbers", () => {
  const text = write({ length: 12 }, { ...corpus, hasOwnLines: false });
  let now = step(model, createState(model), 0);
  for (const written of text) {
    now = step(model, now.state, written.token);
    assert.deepEqual(written.step.logits, now.logits);
  }
});

test("where each line is a text of its own, a line end starts from zeros", () => {
  const text = write({ length: 400 });
  const fresh = step(model, createState(model), 0);
  const ends = text.filter(({ token }) => token === 0);
  assert.ok(ends.length > 1);
  for (const end of ends) assert.deepEqual(end.step.logits, fresh.logits);
});

test("every line of an acrostic begins with its head, and the poem ends with its last line", () => {
  for (const [heads, form] of [
    ["cdef", corpus],
    ["ghcc", { ...corpus, hasOwnLines: false, lineMarks: "" }],
  ] as const) {
    const text = join(write({ heads, length: 2000, prompt: "never read" }, form));
    const lines = form.hasOwnLines ? text.split(/(?<=[ab])/) : text.split("\n");
    assert.equal(
      lines
        .slice(0, 4)
        .map((line) => line[0])
        .join(""),
      heads,
    );
    assert.equal(text.indexOf("\n", form.hasOwnLines ? 0 : text.length - 1), text.length - 1);
  }
});

test("what the model gave a character, its entropy and its rivals come from one distribution", () => {
  const sampling = { temperature: 0.7, topK: 3 };
  for (const { token, prediction } of write({ sampling })) {
    const { top, entropy, p, drawn } = prediction;
    assert.ok(entropy >= 0 && entropy <= Math.log2(12));
    assert.ok(drawn > 0, "a drawn character had a chance");
    assert.deepEqual(
      top.map((one) => one.p),
      top.map((one) => one.p).sort((a, b) => b - a),
    );
    assert.ok(top.filter((one) => one.drawn > 0).length <= 3);
    assert.equal(top.find((one) => one.token === token)?.p, p);
  }
});

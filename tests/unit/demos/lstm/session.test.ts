import assert from "node:assert/strict";
import { test } from "node:test";
import { measureBits } from "../../../../demos/lstm/bits.ts";
import { checkGate } from "../../../../demos/lstm/check.ts";
import { corpora } from "../../../../demos/lstm/corpus.ts";
import { gates } from "../../../../demos/lstm/gate-sum.ts";
import { createLstm } from "../../../../demos/lstm/lstm-model.ts";
import { createSession } from "../../../../demos/lstm/session.ts";
import { type Plan, writeText } from "../../../../demos/lstm/writing.ts";
import { createSmallFile } from "./small-model.ts";

const model = createLstm(createSmallFile(8, { V: 12 }));
const plan: Plan = { prompt: "ab", heads: "", length: 60, seed: 2, sampling: {}, holds: [] };

for (const corpus of [corpora.tang, corpora.shakespeare]) {
  const session = createSession(model, corpus);
  const text = [...session.write(plan)];
  const name = corpus.name.en;

  test(`${name}: the trace of a cell obeys c = f c + i g and h = o tanh(c) at each character`, () => {
    const trace = session.answer("trace", { layer: 1, cell: 2 });
    assert.equal(trace.c.length, text.length);
    for (let t = 0; t < text.length; t++) {
      const read = (part: "i" | "f" | "g" | "o" | "c" | "h" | "before") => trace[part][t] ?? 9;
      const c = read("f") * read("before") + read("i") * read("g");
      assert.ok(Math.abs(c - read("c")) < 1e-6);
      assert.ok(Math.abs(read("o") * Math.tanh(read("c")) - read("h")) < 1e-6);
    }
  });

  test(`${name}: any gate at any character adds up again to what the network used`, () => {
    for (const at of [0, 1, 30, text.length - 1]) {
      for (const terms of [3, 1000]) {
        const sums = session.answer("sums", { at, layer: 1, cell: 4, terms });
        for (const gate of gates) {
          const { difference, lines, rest } = checkGate(gate, sums[gate]);
          assert.ok(Math.abs(difference) < 1e-6, `${gate} at ${at}: ${difference}`);
          assert.equal(lines.length + rest.count, 12);
          assert.equal(lines.length, Math.min(terms, 12));
        }
      }
    }
  });

  test(`${name}: influence has a number for the start and for each character before`, () => {
    const lengths = session.answer("influence", { at: 20 });
    assert.equal(lengths.length, 21);
    assert.ok((lengths.at(-1) ?? 0) > 0);
  });
}

test("where each line is a text of its own, earlier lines have no influence", () => {
  const session = createSession(model, corpora.tang);
  const text = [...session.write({ ...plan, length: 300 })];
  const end = text.findIndex(({ character }, at) => character === "\n" && text[at + 4]);
  assert.ok(end > 0);
  const lengths = session.answer("influence", { at: end + 3 });
  assert.ok(lengths.slice(0, end + 1).every((length) => length === 0));
  assert.ok(lengths.slice(end + 1).every((length) => length > 0));
});

test("a question about a character beyond the end is refused by name", () => {
  const session = createSession(model, corpora.tang);
  assert.throws(() => session.answer("influence", { at: 0 }), /unknown character 0 of 0/);
});

test("the bits of a text are the mean of −log2 p of its characters", () => {
  const text = [...writeText(model, corpora.tang, plan)];
  const wanted =
    text.reduce((sum, { prediction }) => sum - Math.log2(prediction.p), 0) / text.length;
  const tokens = text.map(({ token }) => token);
  assert.ok(Math.abs(measureBits(model, corpora.tang, tokens) - wanted) < 1e-5);
  const holds = [{ layer: 1, cell: "all", part: "c", value: 0 }] as const;
  assert.notEqual(measureBits(model, corpora.tang, tokens, holds), wanted);
});

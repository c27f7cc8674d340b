import assert from "node:assert/strict";
import { test } from "node:test";
import { rankCells, traceCell } from "../../../../demos/lstm/cells.ts";
import { corpora } from "../../../../demos/lstm/corpus.ts";
import { gates, takeApart } from "../../../../demos/lstm/gate-sum.ts";
import { createLstm } from "../../../../demos/lstm/lstm-model.ts";
import { type Written, writeText } from "../../../../demos/lstm/writing.ts";
import { createSmallFile } from "./small-model.ts";

const model = createLstm(createSmallFile(4, { V: 12 }));
const plan = { prompt: "", heads: "", length: 30, seed: 3, sampling: {}, holds: [] };
const text = [...writeText(model, corpora.shakespeare, plan)];

/** The text with the cells of layer 1 replaced by `cellsOf` each character. */
function replaceCells(characters: string, cellsOf: (t: number) => number[]): Written[] {
  const [some] = text;
  assert.ok(some);
  return [...characters].map((character, t) => {
    const layer = some.step.layers[0];
    assert.ok(layer);
    const c = Float32Array.from(cellsOf(t), Math.atanh);
    return { ...some, character, step: { ...some.step, layers: [{ ...layer, c }] } };
  });
}

test("a trace holds the hyperbolic tangent of the cell state after each character", () => {
  const trace = traceCell(text, 1, 2);
  assert.equal(trace.length, text.length);
  assert.ok(Math.abs((trace[5] ?? 0) - Math.tanh(text[5]?.step.layers[1]?.c[2] ?? 9)) < 1e-7);
});

test("the cell that swings most comes first", () => {
  const made = replaceCells("abcd", (t) => [0.1 * (t % 2), 0.9 * (t % 2), 0.5]);
  const ranked = rankCells(made, "swing", corpora.tang, 3);
  assert.deepEqual(
    ranked.map(({ cell }) => cell),
    [1, 0, 2],
  );
  assert.ok(Math.abs((ranked[0]?.score ?? 0) - 0.45) < 1e-6);
});

test("a cell that counts the characters of a line, or falls before each break, is found", () => {
  const characters = "abc,def,ghi,";
  const corpus = { ...corpora.tang, lineMarks: "," };
  const made = replaceCells(characters, (t) => [0.3 * Math.sin(t * 7), 0.2 * ((t + 1) % 4)]);
  const [line] = rankCells(made, "line", corpus, 1);
  assert.deepEqual([line?.cell, line?.score.toFixed(4)], [1, "1.0000"]);
  const falling = replaceCells(characters, (t) => [0.4, characters[t + 1] === "," ? -0.8 : 0.2]);
  const [fall] = rankCells(falling, "break", corpus, 1);
  assert.deepEqual([fall?.cell, fall?.score.toFixed(4)], [1, "-1.0000"]);
});

test("a cell that counts the lines of a poem, or of a speech, is found", () => {
  for (const [corpus, characters, verses] of [
    [corpora.tang, "ab，cd。\nab，c", [0, 0, 1, 1, 1, 2, 0, 0, 0, 1, 1]],
    [corpora.shakespeare, "a\nb\n\nc\nd", [0, 1, 1, 2, 0, 0, 1, 1]],
  ] as const) {
    assert.equal([...characters].length, verses.length);
    const made = replaceCells(characters, (t) => [0.3 * Math.cos(t), 0.3 * (verses[t] ?? 0)]);
    const [first] = rankCells(made, "verse", corpus, 1);
    assert.deepEqual([first?.cell, first?.score.toFixed(4)], [1, "1.0000"]);
  }
});

test("the terms of a gate add up to what the network computed, largest first", () => {
  for (const layer of [0, 1]) {
    for (const gate of gates) {
      const now = text[8]?.step.layers[layer];
      const before = text[7]?.step.layers[layer]?.h;
      assert.ok(now && before);
      const { terms, bias, sum, value, kept } = takeApart(model, layer, 3, gate, now, before);
      assert.equal(terms.length, now.x.length + model.hidden);
      const total = terms.reduce((all, term) => all + term.weight * term.value, bias);
      assert.ok(Math.abs(total - sum) < 1e-12);
      assert.ok(Math.abs(value - kept) < 1e-6, `${gate}: ${value} and ${kept}`);
      const sizes = terms.map((term) => Math.abs(term.weight * term.value));
      assert.deepEqual(
        sizes,
        sizes.toSorted((a, b) => b - a),
      );
    }
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { runTransformer } from "../../../demos/attention/transformer.ts";
import { readTransformer } from "../../../demos/attention/weights.ts";
import { createState, step } from "../../../demos/lstm/inference.ts";
import { createLstm } from "../../../demos/lstm/lstm-model.ts";
import { listShipped, readShipped } from "../../../scripts/models/read-shipped.ts";
import { findGap, findLogitGap, readValueTable } from "./value-table.ts";

const models = listShipped().map((name) => readShipped(name));
const transformers = models.filter(({ architecture }) => architecture === "transformer");
const lstms = models.filter(({ architecture }) => architecture === "lstm");

test("four models are shipped", () => {
  assert.deepEqual(
    models.map(({ name }) => name),
    ["shakespeare-lstm", "shakespeare-transformer", "tang-lstm", "tang-transformer"],
  );
});

for (const model of transformers) {
  test(`the core gives the values of ${model.name} that training wrote`, () => {
    const transformer = readTransformer(model);
    const { vocabulary: V } = transformer.shape;
    const { sentences, tolerance } = readValueTable(model.name);
    assert.equal(sentences.length, 10);
    assert.ok(tolerance <= 1e-3);
    for (const { tokens, logits, attention, vectors, hidden } of sentences) {
      const run = runTransformer(transformer, tokens);
      const { T, width: D, headWidth: d } = run;
      for (const wanted of logits) {
        const row = run.logits.subarray(wanted.position * V, (wanted.position + 1) * V);
        assert.ok(findLogitGap(wanted, row) < tolerance, `logits at ${wanted.position}`);
      }
      for (const { layer, head, query, values } of attention) {
        const weights = run.blocks[layer]?.heads[head]?.weights ?? [];
        assert.equal(values.length, T);
        assert.ok(findGap(values, weights, query * T) < tolerance, `attention of layer ${layer}`);
      }
      for (const { layer, head, position, query, key, value } of vectors) {
        const block = run.blocks[layer];
        const from = position * D + head * d;
        const gap = Math.max(
          findGap(query, block?.Q ?? [], from),
          findGap(key, block?.K ?? [], from),
          findGap(value, block?.V ?? [], from),
        );
        assert.ok(gap < tolerance, `q, k and v of layer ${layer}`);
      }
      for (const { layer, position, values } of hidden) {
        const X = layer === 0 ? run.blocks[0]?.input : run.blocks[layer - 1]?.output;
        assert.ok(findGap(values, X ?? [], position * D) < tolerance, `hidden state ${layer}`);
      }
    }
  });
}

for (const canUseSimd of [true, false]) {
  for (const model of lstms) {
    const product = canUseSimd ? "vectors of four" : "plain loops";
    test(`the core gives the values of ${model.name} that training wrote, with ${product}`, () => {
      const lstm = createLstm(model, canUseSimd);
      const { sentences, tolerance } = readValueTable(model.name);
      assert.equal(sentences.length, 10);
      assert.ok(tolerance <= 1e-3);
      for (const { tokens, logits, states } of sentences) {
        let state = createState(lstm);
        for (const [position, token] of tokens.entries()) {
          const result = step(lstm, state, token);
          state = result.state;
          const wanted = logits.find((row) => row.position === position);
          if (wanted) assert.ok(findLogitGap(wanted, result.logits) < tolerance);
        }
        for (const { layer, hidden, cell } of states) {
          assert.ok(findGap(hidden, state.h[layer] ?? []) < tolerance, "hidden state");
          assert.ok(findGap(cell, state.c[layer] ?? []) < tolerance, "cell state");
        }
      }
    });
  }
}

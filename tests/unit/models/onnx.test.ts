import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Tokenizer } from "@huggingface/tokenizers";
import * as ort from "onnxruntime-web";
import { listShipped, modelFolder, readShipped } from "../../../scripts/models/read-shipped.ts";
import { findGap, findLogitGap, readValueTable } from "./value-table.ts";

const transformers = listShipped()
  .map((name) => readShipped(name))
  .filter((model) => model.architecture === "transformer");

ort.env.wasm.numThreads = 1;

function readJson(path: string): object {
  return JSON.parse(readFileSync(path, "utf8")) as object;
}

/** Every output of the ONNX file for a row of tokens, as numbers with their shape. */
async function run(
  session: ort.InferenceSession,
  tokens: readonly number[],
): Promise<(name: string) => { data: Float32Array; dims: readonly number[] }> {
  const input = new ort.Tensor("int64", BigInt64Array.from(tokens, BigInt), [1, tokens.length]);
  const outputs = await session.run({ input_ids: input });
  return (name) => {
    const { data, dims } = outputs[name] ?? assert.fail(`missing output ${name}`);
    return { data: data as Float32Array, dims };
  };
}

for (const { name, config, vocabulary } of transformers) {
  const { layers: L, heads: H, width: D } = config;
  const d = D / H;

  test(`the ONNX file of ${name}, in 8 bits, gives the values that training wrote`, async () => {
    const bytes = readFileSync(join(modelFolder, name, "onnx", "model.onnx"));
    const session = await ort.InferenceSession.create(bytes, { executionProviders: ["wasm"] });
    const { sentences, tolerance } = readValueTable(name);
    for (const { tokens, logits, attention, vectors, hidden } of sentences) {
      const T = tokens.length;
      const output = await run(session, tokens);
      assert.deepEqual(output("attentions").dims, [1, L, H, T, T]);
      for (const part of ["queries", "keys", "values"]) {
        assert.deepEqual(output(part).dims, [1, L, H, T, d]);
      }
      assert.deepEqual(output("hidden_states").dims, [1, L + 1, T, D]);
      const V = vocabulary.length;
      for (const wanted of logits) {
        const from = wanted.position * V;
        const row = output("logits").data.subarray(from, from + V);
        assert.ok(findLogitGap(wanted, row) < tolerance, `logits at ${wanted.position}`);
      }
      for (const { layer, head, query, values } of attention) {
        const from = ((layer * H + head) * T + query) * T;
        assert.ok(findGap(values, output("attentions").data, from) < tolerance, "attentions");
      }
      for (const { layer, head, position, query, key, value } of vectors) {
        const from = ((layer * H + head) * T + position) * d;
        assert.ok(findGap(query, output("queries").data, from) < tolerance, "queries");
        assert.ok(findGap(key, output("keys").data, from) < tolerance, "keys");
        assert.ok(findGap(value, output("values").data, from) < tolerance, "values");
      }
      for (const { layer, position, values } of hidden) {
        const from = (layer * T + position) * D;
        assert.ok(findGap(values, output("hidden_states").data, from) < tolerance, "hidden");
      }
    }
    await session.release();
  });

  test(`the tokenizer of ${name} cuts a text into characters after the line end`, () => {
    const folder = join(modelFolder, name);
    const tokenizer = new Tokenizer(
      readJson(join(folder, "tokenizer.json")),
      readJson(join(folder, "tokenizer_config.json")),
    );
    const [, , a = "", b = ""] = vocabulary;
    assert.deepEqual(tokenizer.encode(`${a}${b}\n😀${a}`).ids, [0, 2, 3, 0, 1, 2]);
  });
}

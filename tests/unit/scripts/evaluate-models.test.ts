import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { runTransformer } from "../../../demos/attention/transformer.ts";
import { readTransformer } from "../../../demos/attention/weights.ts";
import type { Model } from "../../../demos/kit/model-file.ts";
import { bitsOf } from "../../../demos/kit/softmax.ts";
import { evaluateModel } from "../../../scripts/models/evaluate.ts";
import { readShipped } from "../../../scripts/models/read-shipped.ts";
import { createScorer } from "../../../scripts/models/score.ts";

const lstm = readShipped("tang-lstm");
const transformer = readShipped("tang-transformer");
const verse = "床前明月光，疑是地上霜。";

/** A text that is bad for the command, as a file. */
function write(content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), "eval-")), "text.txt");
  writeFileSync(path, content);
  return path;
}

async function run(...options: string[]): Promise<{ code: number; out: string; fault: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [
      "scripts/eval-models.ts",
      ...options,
    ]);
    return { code: 0, out: stdout, fault: "" };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, fault: stderr };
  }
}

test("each line counts with its line end, from an empty context, whether or not the last has one", () => {
  for (const model of [lstm, transformer]) {
    const one = evaluateModel(model, verse, "line");
    assert.equal(one.characters, 13);
    assert.equal(one.unknown, 0);
    const three = evaluateModel(model, `${verse}\n\n${verse}\r\n${verse}\n`, "line");
    assert.equal(three.characters, 39);
    assert.ok(Math.abs(three.bitsPerCharacter - one.bitsPerCharacter) < 1e-9);
  }
});

test("characters outside the vocabulary are counted", () => {
  const { characters, unknown } = evaluateModel(lstm, "床x前😀\n", "line");
  assert.deepEqual({ characters, unknown }, { characters: 5, unknown: 2 });
});

test("the bits of a text are the sum of what its characters cost one by one", () => {
  const tokens = [2, 3, 5, 8, 13, 0];
  const weights = readTransformer(transformer);
  let wanted = 0;
  for (const [i, token] of tokens.entries()) {
    const { logits, T } = runTransformer(weights, [0, ...tokens.slice(0, i)]);
    wanted += bitsOf(logits.subarray((T - 1) * weights.shape.vocabulary), token);
  }
  assert.ok(Math.abs(createScorer(transformer)(tokens) - wanted) < 1e-3);
});

test("a text longer than the context is scored whole, each character once", () => {
  const { context } = transformer.config as { context: number };
  const flat: Model = {
    ...transformer,
    tensors: new Map(
      [...transformer.tensors].map(([name, { shape, data }]) => [
        name,
        { shape, data: new Float32Array(data.length) },
      ]),
    ),
  };
  const tokens = Array.from({ length: 2 * context + 7 }, (_, i) => i % 50);
  const wanted = tokens.length * Math.log2(transformer.vocabulary.length);
  assert.ok(Math.abs(createScorer(flat)(tokens) - wanted) < 1e-6 * wanted);
});

test("the command prints one object with --json, and a sentence without", async () => {
  const path = write(`${verse}\n`);
  const json = await run("--model", "tang-lstm", "--text", path, "--json");
  const result = JSON.parse(json.out) as Record<string, unknown>;
  assert.equal(result["model"], "tang-lstm");
  assert.equal(result["characters"], 13);
  assert.equal(result["unknown"], 0);
  assert.equal(typeof result["bitsPerCharacter"], "number");
  const plain = await run("--model", "tang-lstm", "--text", path);
  assert.match(plain.out, /^tang-lstm: \d+\.\d{4} bits per character\n13 characters, 0 of them/);
});

test("bad options and bad texts end with one sentence and status 1", async () => {
  const good = write(verse);
  const cases: [string[], RegExp][] = [
    [["--text", good], /^missing --model: give .*tang-lstm/],
    [["--model", "tang-lstm"], /^missing --text/],
    [["--model", "gpt", "--text", good], /^unknown model gpt: give .*tang-lstm/],
    [["--model", "tang-lstm", "--text", "nowhere.txt"], /^missing text nowhere.txt/],
    [["--model", "tang-lstm", "--text", write("\n \n")], /^invalid text .*: it is empty/],
    [
      ["--model", "tang-lstm", "--text", write(Uint8Array.of(0xff, 0xfe))],
      /^invalid text .*: it is not UTF-8/,
    ],
    [["--model", "tang-lstm", "--text", good, "--fast"], /^Unknown option '--fast'/],
  ];
  for (const [options, message] of cases) {
    const { code, fault } = await run(...options);
    assert.equal(code, 1, options.join(" "));
    assert.match(fault, message);
    assert.equal(fault.trim().split("\n").length, 1);
  }
});

import type { SamplingOptions } from "../kit/sampling.ts";
import { type PoemPlan, writePoem } from "./acrostic.ts";
import { createCache, extendCache } from "./cache.ts";
import { takeRow } from "./check-cell.ts";
import { type CounterExample, searchCounterExample } from "./counter-example.ts";
import { type LensRow, readLens } from "./logit-lens.ts";
import type { ForwardOptions } from "./options.ts";
import type { Run } from "./run.ts";
import { runTransformer } from "./transformer.ts";
import type { Linear, Transformer } from "./weights.ts";

/** A linear layer of the model, to check one of its outputs. */
export type LinearName = "query" | "key" | "value" | "output" | "up" | "down" | "head";

/** What the page may ask of a loaded model, and what it gets. */
export interface Tasks {
  run: { ask: { tokens: number[]; options: ForwardOptions }; answer: Run };
  lens: { ask: { tokens: number[]; options: ForwardOptions; t: number }; answer: LensRow[] };
  row: {
    ask: { layer: number; linear: LinearName; row: number };
    answer: { weights: Float32Array; bias: number };
  };
  poem: { ask: { plan: PoemPlan; sampling: SamplingOptions & { seed: number } }; answer: number[] };
  attentions: { ask: { rows: number[][] }; answer: Float32Array[][][] }; // per row, layer, head
  cache: { ask: { tokens: number[] }; answer: { logits: Float32Array; stepMs: number[] } };
  counter: { ask: { tokens: number[]; options: ForwardOptions }; answer: CounterExample };
}

export type TaskName = keyof Tasks;
export type Task = { [K in TaskName]: { name: K } & Tasks[K]["ask"] }[TaskName];
export type Answer = Tasks[TaskName]["answer"];

/** Does a task; yields the share done where it takes long. */
export function* performTask(
  model: Transformer,
  task: Task,
  now: () => number,
): Generator<number, Answer> {
  switch (task.name) {
    case "run":
      return runTransformer(model, task.tokens, task.options);
    case "lens":
      return readLens(model, runTransformer(model, task.tokens, task.options), task.t);
    case "row":
      return takeRow(findLinear(model, task.layer, task.linear), task.row);
    case "poem":
      return writePoem(model, task.plan, task.sampling);
    case "attentions":
      return yield* runEach(model, task.rows);
    case "cache": {
      const cache = createCache(model);
      let logits: Float32Array = new Float32Array();
      const stepMs = task.tokens.map((token) => {
        const start = now();
        logits = extendCache(model, cache, token);
        return now() - start;
      });
      return { logits, stepMs };
    }
    case "counter":
      return yield* searchCounterExample(model, task.tokens, task.options);
  }
}

function* runEach(
  model: Transformer,
  rows: readonly number[][],
): Generator<number, Float32Array[][][]> {
  const all: Float32Array[][][] = [];
  for (const [i, tokens] of rows.entries()) {
    const { blocks } = runTransformer(model, tokens);
    all.push(blocks.map(({ heads }) => heads.map(({ weights }) => weights)));
    yield (i + 1) / rows.length;
  }
  return all;
}

function findLinear(model: Transformer, layer: number, name: LinearName): Linear {
  if (name === "head") return { W: model.embedding, b: model.headBias };
  const block = model.blocks[layer];
  if (!block) throw new RangeError(`missing layer ${layer}`);
  return block[name];
}

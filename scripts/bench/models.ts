import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as ort from "onnxruntime-web";
import { runTransformer } from "../../demos/attention/transformer.ts";
import { readTransformer } from "../../demos/attention/weights.ts";
import { type Model, readModel } from "../../demos/kit/model-file.ts";
import { createRandom } from "../../demos/kit/random.ts";
import { sampleToken } from "../../demos/kit/sampling.ts";
import { createState, step } from "../../demos/lstm/inference.ts";
import { createLstm } from "../../demos/lstm/lstm-model.ts";
import { listShipped, modelFolder, readShipped } from "../models/read-shipped.ts";
import { createTfjsLstm, createTfjsTransformer, tfjsEngines, useEngine } from "./tfjs.ts";

const verseLength = 28; // characters of a quatrain of four lines of seven
const runs = 15;

export interface EngineMeasure {
  model: string;
  engine: string;
  what: string;
  ms: number; // median
  /** How many times as long as our core takes. */
  ratio: number;
  /** The largest difference of a logit from our core's. */
  gap: number;
}

export interface LimitMeasure {
  model: string;
  what: string;
  value: number;
  limit: string;
  isWithin: boolean;
}

/** Our core against other engines on the same weights and tokens, one thread each. */
export async function compareEngines(): Promise<EngineMeasure[]> {
  const rows: EngineMeasure[] = [];
  for (const model of listShipped().map((name) => readShipped(name))) {
    const tokens = writeTokens(model, verseLength);
    const engines = model.architecture === "lstm" ? lstmEngines(model) : transformerEngines(model);
    let own: { ms: number; logits: Float32Array } | undefined;
    for (const { engine, prepare } of engines) {
      const run = await prepare();
      const logits = (await run(tokens)).slice();
      const ms = await measure(() => run(tokens));
      own ??= { ms, logits };
      const what = model.architecture === "lstm" ? "28 characters read" : "28 characters, forward";
      const gap = logits.reduce(
        (worst, value, i) => Math.max(worst, Math.abs(value - (own?.logits[i] ?? Number.NaN))),
        0,
      );
      rows.push({ model: model.name, engine, what, ms: round(ms), ratio: round(ms / own.ms), gap });
    }
  }
  return rows;
}

/** What the figures promise, on this machine. */
export async function measureLimits(): Promise<LimitMeasure[]> {
  const rows: LimitMeasure[] = [];
  for (const name of listShipped()) {
    const model = readShipped(name);
    if (model.architecture === "lstm") {
      const speed = measureSpeed(model);
      rows.push(judge(name, "characters per second", speed, "≥ 2000", speed >= 2000));
    } else {
      const transformer = readTransformer(model);
      const tokens = writeTokens(model, verseLength);
      const ms = await measure(() => runTransformer(transformer, tokens));
      rows.push(judge(name, "forward of 28 characters, ms", ms, "≤ 30", ms <= 30));
    }
    const first = await measureFirstCharacter(name);
    rows.push(judge(name, "weights in to first character, ms", first, "≤ 500", first <= 500));
  }
  return rows;
}

type Prepare = () => Promise<(tokens: readonly number[]) => Float32Array | Promise<Float32Array>>;

function transformerEngines(model: Model): { engine: string; prepare: Prepare }[] {
  return [
    {
      engine: "TypeScript core, all intermediates kept",
      prepare: async () => {
        const transformer = readTransformer(model);
        return (tokens) => runTransformer(transformer, tokens).logits;
      },
    },
    {
      engine: "onnxruntime wasm, all intermediates kept",
      prepare: () => openSession(model.name),
    },
    ...tfjsEngines.map((engine) => ({
      engine: `tfjs ${engine}`,
      prepare: async () => {
        await useEngine(engine);
        return createTfjsTransformer(model);
      },
    })),
  ];
}

function lstmEngines(model: Model): { engine: string; prepare: Prepare }[] {
  return [
    ...[true, false].map((canUseSimd) => ({
      engine: `TypeScript core, ${canUseSimd ? "vectors" : "loops"}`,
      prepare: async () => {
        const lstm = createLstm(model, canUseSimd);
        return (tokens: readonly number[]) => {
          let last = step(lstm, createState(lstm), tokens[0] ?? 0);
          for (const token of tokens.slice(1)) last = step(lstm, last.state, token);
          return last.logits;
        };
      },
    })),
    ...tfjsEngines.map((engine) => ({
      engine: `tfjs ${engine}`,
      prepare: async () => {
        await useEngine(engine);
        return createTfjsLstm(model);
      },
    })),
  ];
}

async function openSession(name: string): ReturnType<Prepare> {
  ort.env.wasm.numThreads = 1;
  const bytes = readFileSync(join(modelFolder, name, "onnx", "model.onnx"));
  const session = await ort.InferenceSession.create(bytes, { executionProviders: ["wasm"] });
  return async (tokens) => {
    const ids = BigInt64Array.from(tokens, BigInt);
    const { logits } = await session.run({
      input_ids: new ort.Tensor("int64", ids, [1, ids.length]),
    });
    return logits?.data as Float32Array;
  };
}

/** Characters per second that an LSTM writes, each drawn and read again; median of 15 hundreds. */
function measureSpeed(model: Model): number {
  const lstm = createLstm(model);
  const random = createRandom(1);
  let last = step(lstm, createState(lstm), 0);
  const write = (count: number) => {
    for (let i = 0; i < count; i++) {
      last = step(lstm, last.state, sampleToken(last.logits, {}, random));
    }
  };
  const speeds = Array.from({ length: 20 }, () => {
    const began = performance.now();
    write(100);
    return 100_000 / (performance.now() - began);
  });
  return median(speeds.slice(5));
}

/** From the bytes of the files to the first character drawn after a verse; files read before. */
async function measureFirstCharacter(name: string): Promise<number> {
  const json: unknown = JSON.parse(readFileSync(join(modelFolder, name, "model.json"), "utf8"));
  const { buffer, byteOffset, byteLength } = readFileSync(join(modelFolder, name, "weights.bin"));
  const bytes = (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
  const tokens = writeTokens(readModel(json, bytes), verseLength);
  return measure(() => {
    const model = readModel(json, bytes);
    sampleToken(readLast(model, tokens), {}, createRandom(1));
  });
}

function readLast(model: Model, tokens: readonly number[]): Float32Array {
  if (model.architecture === "transformer") {
    const { logits, T } = runTransformer(readTransformer(model), tokens);
    return logits.subarray(((T - 1) * logits.length) / T);
  }
  const lstm = createLstm(model);
  let last = step(lstm, createState(lstm), tokens[0] ?? 0);
  for (const token of tokens.slice(1)) last = step(lstm, last.state, token);
  return last.logits;
}

/** Seeded tokens after the start token, none of them special. */
function writeTokens(model: Model, length: number): number[] {
  const random = createRandom(1);
  const count = Math.min(500, model.vocabulary.length - 2);
  return [0, ...Array.from({ length: length - 1 }, () => 2 + random.integer(count))];
}

async function measure(run: () => unknown): Promise<number> {
  for (let i = 0; i < 5; i++) await run();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  return median(times);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function judge(
  model: string,
  what: string,
  value: number,
  limit: string,
  isWithin: boolean,
): LimitMeasure {
  return { model, what, value: round(value), limit, isWithin };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

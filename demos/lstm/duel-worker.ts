import { countStep } from "../attention/cache.ts";
import { readTransformer } from "../attention/weights.ts";
import { AssetError, loadBytes, loadJson } from "../kit/assets.ts";
import { type Model, readModel } from "../kit/model-file.ts";
import { corpora } from "./corpus.ts";
import {
  countLstmStep,
  createLstmReader,
  createTransformerReader,
  type Reader,
  writeWith,
} from "./duel.ts";
import type { DuelOrder, DuelReport, Side } from "./duel-protocol.ts";
import { createLstm } from "./lstm-model.ts";

addEventListener("message", ({ data }: MessageEvent<DuelOrder>) => {
  run(data).catch((fault: unknown) => {
    const en = fault instanceof Error ? fault.message : String(fault);
    const sentence =
      fault instanceof AssetError
        ? fault.sentence
        : { zh: `对比没有跑完：${en}。请重试。`, en: `The comparison failed: ${en}. Try again.` };
    report({ kind: "failed", sentence });
  });
});

const warmUp = 20; // characters
let loadedBefore = 0; // bytes

async function run({ corpus: id, plan, files }: DuelOrder): Promise<void> {
  const corpus = corpora[id];
  const first = await load(files.lstm);
  const second = await load(files.transformer);
  // Both on plain loops, so that the architecture is compared and not the product.
  const lstm = createLstm(first, false);
  const transformer = readTransformer(second);
  const place = [...plan.prompt].length;
  const { shape } = transformer;
  const cost = (t: number): number => countStep(shape, Math.min(t, shape.context - 1)).cached;
  const steady = countLstmStep(lstm);
  const range: [number, number] = [cost(place), cost(place + plan.length - 1)];
  write("lstm", () => createLstmReader(lstm, corpus), first, plan, [steady, steady]);
  write("transformer", () => createTransformerReader(transformer, corpus), second, plan, range);
  report({ kind: "done" });
}

function write(
  side: Side,
  open: () => Reader,
  { vocabulary }: Model,
  plan: DuelOrder["plan"],
  multiplications: [number, number],
): void {
  // Once before the clock starts: the first turns of a loop are slow everywhere.
  for (const _ of writeWith(open(), vocabulary, { ...plan, length: warmUp }));
  const start = performance.now();
  const text: string[] = [];
  for (const character of writeWith(open(), vocabulary, plan)) {
    text.push(character);
    if (text.length % 16 === 0) report({ kind: "text", side, text: text.join("") });
  }
  const ms = performance.now() - start;
  report({ kind: "text", side, text: text.join("") });
  report({ kind: "side", side, result: { ms, multiplications } });
}

async function load({ header, weights }: DuelOrder["files"][Side]): Promise<Model> {
  const json = await loadJson(header);
  const bytes = await loadBytes(weights, {
    onprogress: (loaded) => report({ kind: "progress", loaded: loadedBefore + loaded }),
  });
  loadedBefore += bytes.length;
  return readModel(json, bytes.buffer);
}

function report(message: DuelReport): void {
  postMessage(message);
}

import type { Bilingual } from "../../src/site/languages.ts";
import { assetUrl } from "../kit/assets.ts";
import { type CorpusId, corpora } from "./corpus.ts";
import type { DuelOrder, DuelReport, Side, SideResult } from "./duel-protocol.ts";
import type { Plan } from "./writing.ts";

export type DuelPhase =
  | { kind: "idle" | "stopped" }
  | { kind: "running"; loaded: number }
  | { kind: "done"; corpus: CorpusId; length: number }
  | { kind: "failed"; sentence: Bilingual };

/** One comparison of the LSTM with the transformer, in a worker of its own. */
export class Duel {
  phase = $state.raw<DuelPhase>({ kind: "idle" });
  texts = $state.raw<Partial<Record<Side, string>>>({});
  results = $state.raw<Partial<Record<Side, SideResult>>>({});
  #worker: Worker | undefined;

  start(corpus: CorpusId, plan: Plan): void {
    this.#worker?.terminate();
    this.texts = {};
    this.results = {};
    this.phase = { kind: "running", loaded: 0 };
    const worker = new Worker(new URL("./duel-worker.ts", import.meta.url), { type: "module" });
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<DuelReport>) => this.#hear(data, corpus, plan);
    worker.onerror = ({ message }) => {
      const sentence = {
        zh: `后台线程出错：${message || "没有启动"}。请重试。`,
        en: `The worker failed: ${message || "it did not start"}. Try again.`,
      };
      this.#hear({ kind: "failed", sentence }, corpus, plan);
    };
    const locate = (model: string) => ({
      header: assetUrl(`models/${model}/model.json`),
      weights: assetUrl(`models/${model}/weights.bin`),
    });
    const { model, rival } = corpora[corpus];
    const { prompt, length, seed, sampling } = plan;
    const order: DuelOrder = {
      corpus,
      plan: { prompt, length, seed, sampling },
      files: { lstm: locate(model), transformer: locate(rival) },
    };
    worker.postMessage(order);
  }

  stop(): void {
    this.#worker?.terminate();
    this.phase = { kind: "stopped" };
  }

  end(): void {
    this.#worker?.terminate();
  }

  #hear(report: DuelReport, corpus: CorpusId, { length }: Plan): void {
    if (report.kind === "progress") this.phase = { kind: "running", loaded: report.loaded };
    else if (report.kind === "text") this.texts = { ...this.texts, [report.side]: report.text };
    else if (report.kind === "side") {
      this.results = { ...this.results, [report.side]: report.result };
    } else {
      this.#worker?.terminate();
      this.phase =
        report.kind === "done"
          ? { kind: "done", corpus, length }
          : { kind: "failed", sentence: report.sentence };
    }
  }
}

import { assetUrl } from "../kit/assets.ts";
import { type CorpusId, corpora } from "./corpus.ts";
import type { Order, Report } from "./protocol.ts";
import type { Question, Questions } from "./session.ts";
import type { Plan } from "./writing.ts";

/** The worker with one model in it. */
export interface WorkerClient {
  load(corpus: CorpusId, canUseSimd: boolean): void;
  write(plan: Plan): void;
  /** Ends a text; a "stopped" report follows within 300 ms, whatever the worker is doing. */
  stop(): void;
  /** Rejects when the worker ends or cannot tell. */
  ask<Q extends Question>(question: Q, ask: Questions[Q]["ask"]): Promise<Questions[Q]["answer"]>;
  end(): void;
}

const patience = 300; // ms

/** Starts a worker. After "failed", or a "stopped" that came from outside, it `isGone`. */
export function startWorker(listen: (report: Report, isGone: boolean) => void): WorkerClient {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: () => void }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let count = 0;
  let isEnded = false;

  const end = (): void => {
    isEnded = true;
    clearTimeout(timer);
    worker.terminate();
    for (const { reject } of waiting.values()) reject();
    waiting.clear();
  };
  const hear = (report: Report): void => {
    if (isEnded) return;
    if (report.kind === "answer" || report.kind === "refused") {
      const one = waiting.get(report.id);
      waiting.delete(report.id);
      if (report.kind === "answer") one?.resolve(report.answer as never);
      else one?.reject();
      return;
    }
    if (report.kind === "stopped" || report.kind === "written") clearTimeout(timer);
    if (report.kind === "failed") end();
    listen(report, isEnded);
  };
  const send = (order: Order): void => worker.postMessage(order);

  worker.onmessage = ({ data }: MessageEvent<Report>) => hear(data);
  worker.onerror = ({ message }) =>
    hear({
      kind: "failed",
      sentence: {
        zh: `后台线程出错：${message || "没有启动"}。请重试或刷新页面。`,
        en: `The worker failed: ${message || "it did not start"}. Try again or reload the page.`,
      },
    });
  return {
    end,
    load(corpus, canUseSimd) {
      const folder = `models/${corpora[corpus].model}`;
      const header = assetUrl(`${folder}/model.json`);
      const weights = assetUrl(`${folder}/weights.bin`);
      send({ kind: "load", corpus, header, weights, canUseSimd });
    },
    write: (plan) => send({ kind: "write", plan }),
    stop() {
      send({ kind: "stop" });
      timer = setTimeout(() => {
        end();
        listen({ kind: "stopped" }, true);
      }, patience);
    },
    ask: (question, ask) =>
      new Promise((resolve, reject) => {
        const id = count++;
        const refuse = () => reject(new Error(`no answer: ${question}`));
        waiting.set(id, { resolve, reject: refuse });
        send({ kind: "ask", id, question, ask });
      }),
  };
}

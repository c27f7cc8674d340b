import type { Bilingual } from "../../src/site/languages.ts";
import { assetUrl } from "../kit/assets.ts";
import type { FirstView } from "./first-view.ts";
import type { Order, Report } from "./protocol.ts";
import type { Shown } from "./recognise.ts";
import type { Stroke } from "./strokes.ts";

/** A drawing, its undo steps, and the worker that reads it. */
export class Recogniser {
  strokes = $state.raw<Stroke[]>([]);
  shown = $state.raw<Shown>();
  phase = $state<"stored" | "loading" | "ready" | "failed">("stored");
  fault = $state.raw<Bilingual>();
  ms = $state<number>();
  canUndo = $state(false);
  #past: Stroke[][] = [];
  #worker: Worker | undefined;
  #isReading = false;
  #isStale = false;

  constructor(first: FirstView) {
    this.strokes = first.strokes;
    this.shown = first.shown;
  }

  /** Begins a change that one undo takes back: a stroke, or a new drawing. */
  begin(strokes: Stroke[]): void {
    this.#past = [...this.#past, this.strokes];
    this.canUndo = true;
    this.draw(strokes);
  }

  draw(strokes: Stroke[]): void {
    this.strokes = strokes;
    this.#read();
  }

  undo(): void {
    const before = this.#past.pop();
    this.canUndo = this.#past.length > 0;
    if (before) this.draw(before);
  }

  load(): void {
    this.end();
    this.phase = "loading";
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Report>) => this.#hear(data);
    worker.onerror = ({ message }) =>
      this.#hear({
        kind: "failed",
        sentence: {
          zh: `后台线程出错：${message || "没有启动"}。请重试或刷新页面。`,
          en: `The worker failed: ${message || "it did not start"}. Try again or reload the page.`,
        },
      });
    this.#worker = worker;
    this.#send({
      kind: "load",
      header: assetUrl("models/digits/model.json"),
      weights: assetUrl("models/digits/weights.bin"),
    });
  }

  end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isReading = false;
  }

  // While one drawing is read, only the newest of those that follow waits.
  #read(): void {
    if (this.phase !== "ready") return;
    this.#isStale = this.#isReading;
    if (this.#isReading) return;
    this.#isReading = true;
    // The first drawing comes as a proxy, which no worker takes.
    this.#send({ kind: "read", strokes: $state.snapshot(this.strokes) as Stroke[] });
  }

  #send(order: Order): void {
    this.#worker?.postMessage(order);
  }

  #hear(report: Report): void {
    if (report.kind === "failed") {
      this.end();
      this.phase = "failed";
      this.fault = report.sentence;
    } else if (report.kind === "loaded") {
      this.phase = "ready";
      this.#read();
    } else {
      this.#isReading = false;
      this.shown = report.shown;
      this.ms = report.ms;
      if (this.#isStale) this.#read();
    }
  }
}

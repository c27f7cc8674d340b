import type { Order, Report } from "./protocol.ts";
import type { TaskName, Tasks } from "./tasks.ts";

/** The reader stopped what was under way. */
export class Stopped extends Error {}

export interface Done<T> {
  answer: T;
  ms: number; // in the worker
}

interface Waiting {
  resolve: (done: Done<unknown>) => void;
  reject: (fault: unknown) => void;
  onprogress: ((share: number) => void) | undefined;
}

/** A model in a Worker of its own. Stopping ends the Worker; the next task starts a new one. */
export class Client {
  readonly #json: unknown;
  readonly #bytes: ArrayBuffer;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #next = 1;

  constructor(json: unknown, bytes: ArrayBuffer) {
    this.#json = json;
    this.#bytes = bytes;
  }

  /** Does a task. Rejects with Stopped, or with an Error whose message is the Worker's. */
  async call<K extends TaskName>(
    name: K,
    ask: Tasks[K]["ask"],
    onprogress?: (share: number) => void,
  ): Promise<Done<Tasks[K]["answer"]>> {
    const worker = this.#start();
    const id = this.#next++;
    const done = this.#wait(id, onprogress);
    worker.postMessage({ kind: "task", id, task: { ...ask, name } } as Order);
    return (await done) as Done<Tasks[K]["answer"]>;
  }

  stop(): void {
    this.#end(new Stopped());
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Report>) => this.#hear(data);
    worker.onerror = ({ message }) => this.#end(new Error(message || "the worker did not start"));
    this.#worker = worker;
    const id = this.#next++;
    // A model that cannot be read fails the tasks behind it as well.
    this.#wait(id, undefined).catch((fault: unknown) => this.#end(fault));
    worker.postMessage({ kind: "load", id, json: this.#json, bytes: this.#bytes } as Order);
    return worker;
  }

  #wait(id: number, onprogress: Waiting["onprogress"]): Promise<Done<unknown>> {
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject, onprogress }));
  }

  #hear(report: Report): void {
    const waiting = this.#waiting.get(report.id);
    if (report.kind === "progress") {
      waiting?.onprogress?.(report.share);
      return;
    }
    this.#waiting.delete(report.id);
    if (report.kind === "done") waiting?.resolve({ answer: report.answer, ms: report.ms });
    else waiting?.reject(new Error(report.detail));
  }

  #end(fault: unknown): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(fault);
  }
}

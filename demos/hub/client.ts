import { Stopped } from "../attention/client.ts";
import type { Order, Report } from "./protocol.ts";

/** Runs orders in a Worker; each failure ends the Worker, since its runtime may be spoilt by it. */
export class HubClient {
  #worker: Worker | undefined;
  #reject: ((fault: Error) => void) | undefined;

  /** One order at a time; rejects with Stopped, or with an Error whose message is the Worker's. */
  ask(order: Order, onprogress: (loaded: number, total: number) => void): Promise<Report> {
    this.#worker ??= new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    const worker = this.#worker;
    return new Promise<Report>((resolve, reject) => {
      this.#reject = reject;
      worker.onerror = ({ message }) => this.#end(new Error(message || "the worker did not start"));
      worker.onmessage = ({ data }: MessageEvent<Report>) => {
        if (data.kind === "progress") onprogress(data.loaded, data.total);
        else if (data.kind === "failed") this.#end(new Error(data.detail));
        else resolve(data);
      };
      worker.postMessage(order);
    });
  }

  stop(): void {
    this.#end(new Stopped());
  }

  #end(fault: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#reject?.(fault);
    this.#reject = undefined;
  }
}

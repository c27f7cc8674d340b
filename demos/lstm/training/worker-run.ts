import { assetUrl } from "../../kit/assets.ts";
import type { EndReport, FirstOrder, Order, Report, Task } from "./protocol.ts";
import { wasmFiles } from "./wasm-files.ts";

/** A worker that does one task and ends with it. */
export interface WorkerRun {
  send(order: Exclude<Order, { kind: "stop" }>): void;
  /** Ends the task; an end report follows within half a second, whatever the worker is doing. */
  stop(): void;
}

const PATIENCE_MS = 500;

/** Starts a task; `listen` hears its reports, at last an end report. */
export function startWorker(task: Task, listen: (report: Report) => void): WorkerRun {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  let patience: ReturnType<typeof setTimeout> | undefined;
  const hear = (report: Report): void => {
    if (isEnd(report)) {
      clearTimeout(patience);
      worker.onmessage = null;
      worker.terminate();
    }
    listen(report);
  };
  const send = (order: Order | FirstOrder): void => worker.postMessage(order);
  worker.onmessage = ({ data }: MessageEvent<Report>) => hear(data);
  worker.onerror = ({ message }) => hear({ kind: "failed", detail: message ?? "" });
  const addresses = {
    simd: assetUrl(`data/tfjs/${wasmFiles.simd}`),
    plain: assetUrl(`data/tfjs/${wasmFiles.plain}`),
  };
  send({ kind: "task", task, addresses });
  return {
    send,
    stop() {
      if (patience !== undefined) return;
      send({ kind: "stop" });
      patience = setTimeout(() => hear({ kind: "stopped" }), PATIENCE_MS);
    },
  };
}

function isEnd(report: Report): report is EndReport {
  return ["done", "stopped", "refused", "failed"].includes(report.kind);
}

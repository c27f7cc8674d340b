import type { LivePlan } from "./plan.ts";
import type { Order, Report } from "./protocol.ts";

/** A run in a worker of its own, which ends with it and frees all memory. */
export interface LiveRun {
  /** Ends the run; a "stopped" report follows within 300 ms, whatever the worker is doing. */
  stop(): void;
}

const PATIENCE_MS = 300;

/** Starts a run; `listen` hears its events and at last one of "done", "stopped" and "failed". */
export function startRun(plan: LivePlan, listen: (report: Report) => void): LiveRun {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  let patience: ReturnType<typeof setTimeout> | undefined;

  const hear = (report: Report): void => {
    if (report.kind === "done" || report.kind === "stopped" || report.kind === "failed") {
      clearTimeout(patience);
      worker.onmessage = null;
      worker.terminate();
    }
    listen(report);
  };
  const send = (order: Order): void => worker.postMessage(order);

  worker.onmessage = ({ data }: MessageEvent<Report>) => hear(data);
  worker.onerror = ({ message }) => hear({ kind: "failed", detail: message ?? "" });
  send({ kind: "run", plan });
  return {
    stop() {
      if (patience !== undefined) return;
      send({ kind: "stop" });
      patience = setTimeout(() => hear({ kind: "stopped" }), PATIENCE_MS);
    },
  };
}

import type { Report, Task, TrainingFault } from "./protocol.ts";
import { startWorker, type WorkerRun } from "./worker-run.ts";

export type JobPhase =
  | { kind: "idle" | "running" | "done" | "stopped" }
  | { kind: "refused"; fault: TrainingFault }
  | { kind: "failed"; detail: string };

/** A measurement in a worker of its own. */
export class Job {
  phase = $state.raw<JobPhase>({ kind: "idle" });
  #run: WorkerRun | undefined;

  start(task: Task, hear: (report: Report) => void): void {
    this.phase = { kind: "running" };
    this.#run = startWorker(task, (report) => {
      if (report.kind === "done" || report.kind === "stopped" || report.kind === "failed") {
        this.phase = report;
      } else if (report.kind === "refused") this.phase = report;
      else hear(report);
    });
  }

  stop(): void {
    this.#run?.stop();
  }
}

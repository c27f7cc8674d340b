import type { LiveEvent } from "./live-event.ts";
import type { LivePlan } from "./plan.ts";

/** What the page tells the worker. */
export type Order = { kind: "run"; plan: LivePlan } | { kind: "stop" };

/** What the worker tells the page; the last three end the run. */
export type Report =
  | LiveEvent
  | { kind: "done"; seconds: number }
  | { kind: "stopped" }
  | { kind: "failed"; detail: string };

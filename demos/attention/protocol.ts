import type { Answer, Task } from "./tasks.ts";

/** What the page tells the worker: the model first, then one task after the other. */
export type Order =
  | { kind: "load"; id: number; json: unknown; bytes: ArrayBuffer }
  | { kind: "task"; id: number; task: Task };

/** What the worker tells the page; `done` and `failed` end the order of that id. */
export type Report =
  | { kind: "progress"; id: number; share: number }
  | { kind: "done"; id: number; answer: Answer | undefined; ms: number }
  | { kind: "failed"; id: number; detail: string };

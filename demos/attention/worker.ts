import { readModel } from "../kit/model-file.ts";
import type { Order, Report } from "./protocol.ts";
import { type Answer, performTask, type Task } from "./tasks.ts";
import { listBuffers } from "./transfer.ts";
import { readTransformer, type Transformer } from "./weights.ts";

let model: Transformer | undefined;

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  const start = performance.now();
  try {
    const answer = perform(data);
    const ms = performance.now() - start;
    report({ kind: "done", id: data.id, answer, ms });
  } catch (fault) {
    const detail = fault instanceof Error ? fault.message : String(fault);
    report({ kind: "failed", id: data.id, detail });
  }
});

function perform(order: Order): Answer | undefined {
  if (order.kind === "load") {
    model = readTransformer(readModel(order.json, order.bytes));
    return undefined;
  }
  if (!model) throw new Error("missing model: load it first");
  return runTask(model, order.task, order.id);
}

function runTask(transformer: Transformer, task: Task, id: number): Answer {
  const steps = performTask(transformer, task, () => performance.now());
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    report({ kind: "progress", id, share: step.value });
  }
}

function report(message: Report): void {
  postMessage(message, {
    transfer: message.kind === "done" ? [...listBuffers(message.answer)] : [],
  });
}

import { runCopyTask } from "./copy-task.ts";
import { measureFades } from "./fade.ts";
import { measureInfluences } from "./influence.ts";
import { createMailbox } from "./mailbox.ts";
import { createEngineOpener } from "./open-engine.ts";
import type { EndReport, FirstOrder, Order, Report, Task } from "./protocol.ts";
import { measureSpeeds } from "./speeds.ts";
import { isTextFault, prepareText } from "./text.ts";
import { runTraining } from "./training-loop.ts";
import type { WasmAddresses } from "./wasm-files.ts";

const orders = createMailbox<Order>();
const BREATH_MS = 30;

addEventListener("message", ({ data }: MessageEvent<FirstOrder | Order>) => {
  if (data.kind !== "task") orders.put(data);
  else void start(data.task, data.addresses);
});

async function start(task: Task, addresses: WasmAddresses): Promise<void> {
  try {
    report(await work(task, addresses));
  } catch (fault) {
    report({ kind: "failed", detail: fault instanceof Error ? fault.message : String(fault) });
  }
}

async function work(task: Task, addresses: WasmAddresses): Promise<EndReport> {
  const open = createEngineOpener(addresses);
  const now = () => performance.now();
  if (task.kind === "train") {
    return runTraining(task, { open, orders, report, now, breathe });
  }
  if (task.kind === "copy") {
    return drain(runCopyTask(task.plan), (point) => {
      if (point) report({ kind: "copied", point });
    });
  }
  if (task.kind === "influence") {
    return drain(
      measureInfluences(task.parameters, task.shape, task.tokens),
      (share) => report({ kind: "share", share }),
      (lengths) => report({ kind: "influences", lengths }),
    );
  }
  const text = prepareText(task.text, task.plan);
  if (isTextFault(text)) return { kind: "refused", fault: text };
  if (task.kind === "fade") {
    const steps = measureFades(text, task.plan, task.trained);
    return drain(
      steps,
      (share) => report({ kind: "share", share }),
      (fades) => report({ kind: "fades", fades }),
    );
  }
  for await (const speed of measureSpeeds(open, text, task.plan, now)) {
    report({ kind: "speed", speed });
    await breathe();
    if (orders.take()?.kind === "stop") return { kind: "stopped" };
  }
  return { kind: "done" };
}

/** Takes all steps, letting messages in every few milliseconds. */
async function drain<T, R>(
  steps: Generator<T, R>,
  hear: (value: T) => void,
  end: (result: R) => void = () => {},
): Promise<EndReport> {
  let breathed = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      end(step.value);
      return { kind: "done" };
    }
    hear(step.value);
    if (performance.now() - breathed < BREATH_MS) continue;
    await breathe();
    breathed = performance.now();
    if (orders.take()?.kind === "stop") return { kind: "stopped" };
  }
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function report(message: Report): void {
  postMessage(message);
}

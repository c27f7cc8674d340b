import { openGpuExact } from "./gpu-exact.ts";
import { measureLive } from "./measure.ts";
import type { LivePlan } from "./plan.ts";
import type { Order, Report } from "./protocol.ts";

let isStopped = false;

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  if (data.kind === "stop") isStopped = true;
  else void run(data.plan);
});

async function run(plan: LivePlan): Promise<void> {
  const start = performance.now();
  try {
    for await (const event of measureLive(plan, () => performance.now(), openGpuExact)) {
      report(event);
      await listen();
      if (isStopped) return report({ kind: "stopped" });
    }
    report({ kind: "done", seconds: (performance.now() - start) / 1000 });
  } catch (fault) {
    report({ kind: "failed", detail: fault instanceof Error ? fault.message : String(fault) });
  }
}

/** Lets a waiting message in. */
function listen(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function report(message: Report): void {
  postMessage(message);
}

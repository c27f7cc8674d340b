import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Engine,
  EngineFault,
  type EngineId,
  type EngineOpener,
} from "../../../../../demos/lstm/training/engine.ts";
import { createMailbox } from "../../../../../demos/lstm/training/mailbox.ts";
import { createPlan } from "../../../../../demos/lstm/training/plan.ts";
import type { Order, Task, TrainReport } from "../../../../../demos/lstm/training/protocol.ts";
import { sampleText } from "../../../../../demos/lstm/training/sample-text.ts";
import { createReferenceTrainer } from "../../../../../demos/lstm/training/trainer.ts";
import { runTraining } from "../../../../../demos/lstm/training/training-loop.ts";

const plan = { ...createPlan(), units: 16, length: 8, batch: 2, steps: 40, every: 20 };
const task: Extract<Task, { kind: "train" }> = {
  kind: "train",
  plan,
  text: sampleText.zh,
  engine: "auto",
};

/** Opens the reference under the names given; the others refuse, as without a GPU. */
function createOpener(names: readonly EngineId[]): EngineOpener {
  return async (id) => {
    if (!names.includes(id)) throw new EngineFault("no-api");
    let reject: (fault: EngineFault) => void = () => {};
    const lost = new Promise<never>((_, refuse) => {
      reject = refuse;
    });
    lost.catch(() => {});
    const engine: Engine = {
      id,
      adapter: "",
      isSoftware: false,
      loaded: 0,
      selfTest: undefined,
      createTrainer: createReferenceTrainer,
      lost,
      lose: () => reject(new EngineFault("lost", "pulled out")),
      close: () => {},
    };
    return engine;
  };
}

/** Runs a training; `hear` may answer each report with an order. */
async function train(
  names: readonly EngineId[],
  hear: (report: TrainReport, order: (order: Order) => void) => void,
  changed: Partial<typeof task> = {},
) {
  const orders = createMailbox<Order>();
  const reports: TrainReport[] = [];
  const end = await runTraining(
    { ...task, ...changed },
    {
      open: createOpener(names),
      orders,
      report: (report) => {
        reports.push(report);
        hear(report, (order) => orders.put(order));
      },
      now: () => 0,
      breathe: async () => {},
    },
  );
  const only = <K extends TrainReport["kind"]>(kind: K) =>
    reports.filter((one): one is Extract<TrainReport, { kind: K }> => one.kind === kind);
  return { end, reports, only };
}

const stopAtGoal = (report: TrainReport, order: (order: Order) => void): void => {
  if (report.kind === "paused") order({ kind: "stop" });
};

test("a run reports its steps, checks and samples, and waits at its goal", async () => {
  const { end, only } = await train(["typescript"], stopAtGoal);
  assert.deepEqual(end, { kind: "stopped" });
  assert.deepEqual(
    only("step").map(({ report }) => report.step),
    Array.from({ length: 40 }, (_, i) => i + 1),
  );
  assert.deepEqual(
    only("checked").map(({ step }) => step),
    [0, 20, 40],
  );
  assert.equal(only("sample").length, 3);
  const losses = only("step").map(({ report }) => report.loss);
  assert.ok((losses.at(-1) ?? 9) < (losses[0] ?? 0));
  assert.deepEqual(
    only("engine")[0]?.report.tried.map(({ id, why }) => `${id} ${why}`),
    ["webgpu no-api", "webgl no-api", "wasm no-api"],
  );
});

test("a lost device hands the run to the next engine, and the losses are those of a whole run", async () => {
  const whole = await train(["typescript"], stopAtGoal);
  const { only } = await train(["webgpu", "wasm"], (report, order) => {
    stopAtGoal(report, order);
    if (report.kind === "step" && report.report.step === 17 && !isLost) {
      isLost = true;
      order({ kind: "lose" });
    }
  });
  assert.deepEqual(
    only("engine").map(({ report }) => report.id),
    ["webgpu", "wasm"],
  );
  assert.equal(only("lost")[0]?.step, 10, "from the state last kept");
  const last = new Map(only("step").map(({ report }) => [report.step, report.loss]));
  assert.deepEqual(
    [...last].sort((a, b) => a[0] - b[0]),
    whole.only("step").map(({ report }) => [report.step, report.loss]),
  );
});

let isLost = false;

test("rewinding and going on gives the same losses again", async () => {
  let rewound = 0;
  const { only } = await train(["typescript"], (report, order) => {
    if (report.kind !== "paused") return;
    rewound += 1;
    if (rewound === 1) order({ kind: "rewind", step: 25 });
    else if (rewound === 2) order({ kind: "resume" });
    else order({ kind: "stop" });
  });
  assert.equal(only("rewound")[0]?.step, 20);
  const steps = only("step").map(({ report }) => report);
  const again = steps.slice(40);
  assert.deepEqual(again, steps.slice(20, 40));
});

test("paused at the start, one step at a time is taken", async () => {
  let paused = 0;
  const { only } = await train(
    ["typescript"],
    (report, order) => {
      if (report.kind === "paused") {
        paused += 1;
        order({ kind: paused <= 3 ? "step" : "stop" });
      }
    },
    { isPaused: true },
  );
  assert.deepEqual(
    only("step").map(({ report }) => report.step),
    [1, 2, 3],
  );
});

test("a kept run goes on where it was, on another text, with its vocabulary", async () => {
  const first = await train(["typescript"], stopAtGoal);
  const resume = first.only("kept").at(-1)?.run;
  const text = sampleText.zh.split("\n").reverse().join("\n");
  const { only } = await train(["typescript"], stopAtGoal, { resume, text });
  assert.equal(only("step")[0]?.report.step, 41);
  assert.equal(only("step").at(-1)?.report.step, 80);
  assert.deepEqual(only("kept")[0]?.run.vocabulary, resume?.vocabulary);
  const fresh = first.only("step")[0]?.report.loss ?? 0;
  assert.ok((only("step")[0]?.report.loss ?? 9) < fresh, "it has not forgotten");
});

test("a change of engine in the middle keeps the run", async () => {
  const { only } = await train(["webgpu", "typescript"], (report, order) => {
    stopAtGoal(report, order);
    if (report.kind === "step" && report.report.step === 13) {
      order({ kind: "engine", engine: "typescript" });
    }
  });
  assert.deepEqual(
    only("engine").map(({ report }) => report.id),
    ["webgpu", "typescript"],
  );
  assert.deepEqual(
    only("step").map(({ report }) => report.step),
    Array.from({ length: 40 }, (_, i) => i + 1),
  );
});

test("a text too short and a model too large are refused before anything starts", async () => {
  const short = await train(["typescript"], stopAtGoal, { text: "太短" });
  assert.equal(short.end.kind === "refused" && short.end.fault.kind, "too-short");
  const large = await train(["typescript"], stopAtGoal, {
    text: Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(0x4e00 + (i % 3900))).join(
      "",
    ),
    plan: { ...plan, units: 256, batch: 64, length: 128 },
  });
  assert.equal(large.end.kind === "refused" && large.end.fault.kind, "too-large");
  assert.equal(large.reports.length, 0);
});

test("a run that diverges ends with its kept state and a sentence, not with numbers that are none", async () => {
  const { end, only } = await train(["typescript"], stopAtGoal, { plan: { ...plan, rate: 1e38 } });
  assert.equal(end.kind === "refused" && end.fault.kind, "diverged");
  assert.ok(only("step").every(({ report }) => Number.isFinite(report.loss)));
  assert.ok(only("kept").length > 0);
});

import { decode, encode } from "../../kit/vocabulary.ts";
import { createBatches } from "./batches.ts";
import { toBits } from "./cross-entropy.ts";
import {
  chooseEngine,
  type Engine,
  type EngineId,
  type EngineOpener,
  readMessage,
} from "./engine.ts";
import { measureBits } from "./evaluate.ts";
import { generateTokens } from "./generate.ts";
import { createHistory } from "./history.ts";
import type { Mailbox } from "./mailbox.ts";
import { estimateBytes, HISTORY_BYTES, MOST_BYTES } from "./memory.ts";
import { measureBaseline } from "./n-gram.ts";
import { countParameters } from "./network-shape.ts";
import { shapeNetwork } from "./plan.ts";
import type { EndReport, Order, Task, TrainReport } from "./protocol.ts";
import { isTextFault, prepareText } from "./text.ts";
import { createState, fitStates, type Trainer, type TrainingState } from "./trainer.ts";

export interface LoopTools {
  open: EngineOpener;
  orders: Mailbox<Order>;
  report: (report: TrainReport) => void;
  now: () => number; // ms
  breathe: () => Promise<void>; // lets waiting messages in
}

const KEEP_EVERY = 10; // steps between two states kept on the host
const SAMPLE = { count: 120, temperature: 0.8 };
const MOST_CHECKED = 1000; // characters of the held-out text

/** Trains until it is stopped; after the last step it waits, and can be sent on. */
export async function runTraining(
  { plan, text, engine: asked, resume, isPaused = false }: Extract<Task, { kind: "train" }>,
  { open, orders, report, now, breathe }: LoopTools,
): Promise<EndReport> {
  const prepared = prepareText(text, plan, resume?.vocabulary);
  if (isTextFault(prepared)) return { kind: "refused", fault: prepared };
  const { vocabulary, train, heldOut } = prepared;
  const shape = resume?.shape ?? shapeNetwork(plan, vocabulary.length);
  const bytes = estimateBytes(shape, plan);
  if (bytes > MOST_BYTES) {
    return { kind: "refused", fault: { kind: "too-large", bytes, most: MOST_BYTES } };
  }
  report({
    kind: "ready",
    parameters: countParameters(shape),
    train: train.length,
    heldOut: heldOut.length,
    unknown: prepared.unknown,
  });
  report({ kind: "baseline", ...measureBaseline(train, heldOut, vocabulary.length) });

  const batchAt = createBatches(train, plan);
  const history = createHistory(HISTORY_BYTES);
  const lost: EngineId[] = [];
  let latest: TrainingState = resume
    ? fitStates(resume.state, shape, plan.batch)
    : createState(shape, plan.batch, plan.seed);
  let step = latest.adam.step;
  let goal = step + plan.steps;
  let choice = asked;
  let engine!: Engine;
  let trainer!: Trainer;
  let isRunning = !isPaused;
  let hasDiverged = false; // the loss is no number any more
  await openNext();
  history.push(latest);
  check();
  if (isPaused) report({ kind: "paused" });

  for (;;) {
    const order = isRunning ? orders.take() : await orders.wait();
    if (order) {
      if (order.kind === "stop") {
        await keep();
        tellKept();
        break;
      }
      await obey(order);
      if (hasDiverged) break;
      continue;
    }
    await advance();
    if (hasDiverged) break;
    if (step >= goal && isRunning) await pause();
    await breathe();
  }
  closeEngine();
  return hasDiverged ? { kind: "refused", fault: { kind: "diverged", step } } : { kind: "stopped" };

  async function obey(order: Exclude<Order, { kind: "stop" }>): Promise<void> {
    switch (order.kind) {
      case "pause":
        return pause();
      case "resume":
        isRunning = true;
        if (step >= goal) goal = step + plan.steps;
        return report({ kind: "resumed" });
      case "step":
        await advance();
        return pause();
      case "rewind":
        return rewind(order.step);
      case "lose":
        return engine.lose();
      case "engine":
        await keep();
        choice = order.engine;
        lost.length = 0; // the reader may ask for a lost engine again
        closeEngine();
        return openNext();
      case "sample":
        await keep();
        return sample(order);
    }
  }

  /** One training step. */
  async function advance(): Promise<void> {
    try {
      const start = now();
      const work = trainer.step(batchAt(step), plan);
      work.catch(() => {}); // of a lost device, after the race
      const { loss, norm } = await Promise.race([engine.lost, work]);
      if (!Number.isFinite(loss)) {
        hasDiverged = true;
        return;
      }
      step += 1;
      report({ kind: "step", report: { step, loss: toBits(loss), norm, ms: now() - start } });
      const isChecked = step % plan.every === 0;
      if (isChecked || step % KEEP_EVERY === 0) await keep();
      if (isChecked && latest.adam.step === step) check();
    } catch (fault) {
      await moveOn(fault);
    }
  }

  /** A lost engine sends the run back to the last state kept, on the next engine. */
  async function moveOn(fault: unknown): Promise<void> {
    if (engine.id === "typescript") throw fault;
    lost.push(engine.id);
    step = latest.adam.step;
    report({ kind: "lost", id: engine.id, detail: readMessage(fault), step });
    closeEngine();
    choice = "auto";
    await openNext();
  }

  /** Copies the state to the host, where it outlives the engine. */
  async function keep(): Promise<void> {
    if (latest.adam.step === step) return;
    try {
      const work = trainer.read();
      work.catch(() => {});
      latest = await Promise.race([engine.lost, work]);
      history.push(latest);
    } catch (fault) {
      await moveOn(fault);
    }
  }

  async function pause(): Promise<void> {
    isRunning = false;
    await keep();
    tellKept();
    report({ kind: "paused" });
  }

  async function rewind(wanted: number): Promise<void> {
    const found = history.find(wanted);
    if (!found) return;
    latest = found;
    step = found.adam.step;
    goal = Math.max(goal, step + 1);
    history.cut(step);
    trainer.close();
    trainer = engine.createTrainer(shape, latest);
    isRunning = false;
    report({ kind: "rewound", step });
    tellKept();
    report({ kind: "paused" });
  }

  async function openNext(): Promise<void> {
    const chosen = await chooseEngine(open, choice, shape, lost);
    engine = chosen.engine;
    trainer = engine.createTrainer(shape, latest);
    const { id, adapter, isSoftware, loaded, selfTest } = engine;
    const { tried } = chosen;
    report({ kind: "engine", report: { id, adapter, isSoftware, loaded, selfTest, tried } });
  }

  function closeEngine(): void {
    try {
      trainer.close();
      engine.close();
    } catch {
      // A lost device cannot be tidied up.
    }
  }

  /** Bits on the held-out text and a sample, by the TypeScript core from the state kept. */
  function check(): void {
    const bits = measureBits(latest.parameters, shape, heldOut, MOST_CHECKED);
    report({ kind: "checked", step, bits });
    sample({ prompt: "", temperature: SAMPLE.temperature, seed: plan.seed });
    tellKept();
  }

  function sample(order: { prompt: string; temperature: number; seed: number }): void {
    const { tokens } = encode(vocabulary, order.prompt);
    const drawn = generateTokens(latest.parameters, shape, {
      prompt: tokens,
      count: SAMPLE.count,
      temperature: order.temperature,
      seed: order.seed,
      window: plan.length,
    });
    report({ kind: "sample", step, prompt: order.prompt, text: decode(vocabulary, drawn) });
  }

  function tellKept(): void {
    const run = { plan, shape, vocabulary, state: latest, engine: engine.id };
    report({ kind: "kept", run, steps: history.steps() });
  }
}

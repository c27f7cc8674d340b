import type { EngineChoice } from "./engine.ts";
import type { FirstView } from "./first-view.ts";
import type { Baseline } from "./n-gram.ts";
import type { Plan } from "./plan.ts";
import type { EngineReport, Report, StepReport, TrainingFault } from "./protocol.ts";
import type { SavedRun } from "./saved-run.ts";
import { startWorker, type WorkerRun } from "./worker-run.ts";

export type Phase =
  | { kind: "first" } // the run made at build time is shown
  | { kind: "starting" | "running" | "paused" | "stopping" | "stopped" }
  | { kind: "refused"; fault: TrainingFault }
  | { kind: "failed"; detail: string };

export interface TrainingSample {
  step: number;
  prompt: string;
  text: string;
}

const FLUSH_MS = 100; // a small model takes hundreds of steps a second

/** A training run as the page sees it: what was reported, and the orders that fit. */
export class TrainingSession {
  plan = $state() as Plan;
  text = $state("");
  engineChoice = $state<EngineChoice>("auto");
  phase = $state.raw<Phase>({ kind: "first" });
  steps = $state.raw<StepReport[]>([]);
  checks = $state.raw<{ step: number; bits: number }[]>([]);
  samples = $state.raw<TrainingSample[]>([]);
  baseline = $state.raw<Baseline | undefined>();
  engine = $state.raw<EngineReport | undefined>();
  losses = $state.raw<{ id: EngineReport["id"]; next: EngineReport["id"]; step: number }[]>([]);
  kept = $state.raw<SavedRun | undefined>();
  keptSteps = $state.raw<number[]>([]);
  trained = $state(0); // characters of the training part
  unknown = $state(0);

  readonly isBusy = $derived(
    ["starting", "running", "paused", "stopping"].includes(this.phase.kind),
  );
  readonly step = $derived(this.steps.at(-1)?.step ?? this.kept?.state.adam.step ?? 0);
  /** The network of the run that is kept, where the settings still ask for it. */
  readonly keptShape = $derived.by(() => {
    const { kept, plan } = this;
    const isSame =
      kept !== undefined &&
      (["cell", "layers", "units", "hasAttention"] as const).every(
        (name) => kept.plan[name] === plan[name],
      );
    return isSame ? kept.shape : undefined;
  });
  goal = $state(0);
  readonly first: FirstView;

  #run: WorkerRun | undefined;
  #waiting: StepReport[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #resumed: number | undefined; // the step that the run goes on from; none when it starts over
  #lost: { id: EngineReport["id"]; step: number } | undefined;

  constructor(first: FirstView, text: string, plan: Plan) {
    this.first = first;
    this.plan = plan;
    this.text = text;
    this.steps = first.losses.map((loss, i) => ({
      step: i + 1,
      loss,
      norm: first.norms[i] ?? 0,
      ms: 0,
    }));
    this.checks = first.checks;
    this.samples = first.samples;
    this.baseline = first.baseline;
  }

  /** Starts over, or goes on from the run that is kept. */
  start({ isResumed = false, isPaused = false } = {}): void {
    const resume = isResumed ? this.kept : undefined;
    this.#resumed = resume?.state.adam.step;
    this.phase = { kind: "starting" };
    const plan = $state.snapshot(this.plan);
    this.goal = (resume?.state.adam.step ?? 0) + plan.steps;
    const { text, engineChoice: engine } = this;
    this.#run = startWorker({ kind: "train", plan, text, engine, resume, isPaused }, (report) =>
      this.#hear(report),
    );
  }

  pause(): void {
    this.#run?.send({ kind: "pause" });
  }

  resume(): void {
    if (this.step >= this.goal) this.goal = this.step + this.plan.steps;
    this.#run?.send({ kind: "resume" });
  }

  takeStep(): void {
    this.#run?.send({ kind: "step" });
  }

  rewind(step: number): void {
    this.#run?.send({ kind: "rewind", step });
  }

  sample(prompt: string, temperature: number, seed: number): void {
    this.#run?.send({ kind: "sample", prompt, temperature, seed });
  }

  loseDevice(): void {
    this.#run?.send({ kind: "lose" });
  }

  chooseEngine(engine: EngineChoice): void {
    this.engineChoice = engine;
    if (this.isBusy) this.#run?.send({ kind: "engine", engine });
  }

  stop(): void {
    this.phase = { kind: "stopping" };
    this.#run?.stop();
  }

  /** Takes over a saved run; training on from it fine-tunes it on the present text. */
  adopt(run: SavedRun): void {
    this.kept = run;
    this.keptSteps = [];
    this.steps = [];
    this.checks = [];
    this.samples = [];
    this.baseline = undefined;
    this.engine = undefined;
    this.plan = { ...run.plan };
    this.phase = { kind: "stopped" };
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#run?.stop();
  }

  #hear(report: Report): void {
    if (report.kind === "step") {
      this.#waiting.push(report.report);
      this.#timer ??= setTimeout(() => this.#flush(), FLUSH_MS);
      return;
    }
    this.#flush();
    switch (report.kind) {
      case "ready":
        this.#clear();
        this.trained = report.train;
        this.unknown = report.unknown;
        break;
      case "baseline":
        this.baseline = { order: report.order, bits: report.bits };
        break;
      case "engine":
        this.engine = report.report;
        if (this.#lost) this.losses = [...this.losses, { ...this.#lost, next: report.report.id }];
        this.#lost = undefined;
        if (this.phase.kind === "starting") this.phase = { kind: "running" };
        break;
      case "checked":
        this.checks = [...this.checks, { step: report.step, bits: report.bits }];
        break;
      case "sample": {
        const { step, prompt, text } = report;
        this.samples = [...this.samples, { step, prompt, text }].slice(-40);
        break;
      }
      case "kept":
        this.kept = report.run;
        this.keptSteps = report.steps;
        break;
      case "lost":
        this.#lost = { id: report.id, step: report.step };
        this.#cut(report.step);
        break;
      case "rewound":
        this.#cut(report.step);
        break;
      case "paused":
        if (this.phase.kind !== "stopping") this.phase = { kind: "paused" };
        break;
      case "resumed":
        this.phase = { kind: "running" };
        break;
      case "refused":
        this.phase = { kind: "refused", fault: report.fault };
        break;
      case "failed":
        this.phase = { kind: "failed", detail: report.detail };
        break;
      case "stopped":
        this.phase = { kind: "stopped" };
        break;
    }
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length === 0) return;
    this.steps = [...this.steps, ...this.#waiting];
    this.#waiting = [];
  }

  /** Makes room for a run that has begun; one that was refused leaves all as it was. */
  #clear(): void {
    this.baseline = undefined;
    this.engine = undefined;
    this.losses = [];
    const from = this.#resumed ?? 0;
    this.#cut(from);
    this.checks = this.checks.filter(({ step }) => step < from); // comes anew
    this.samples = this.samples.filter(({ step }) => step < from);
    if (this.#resumed !== undefined) return;
    this.steps = [];
    this.kept = undefined;
    this.keptSteps = [];
  }

  /** Forgets what came after a step that the run went back to. */
  #cut(step: number): void {
    this.steps = this.steps.filter((one) => one.step <= step);
    this.checks = this.checks.filter((one) => one.step <= step);
    this.samples = this.samples.filter((one) => one.step <= step);
  }
}

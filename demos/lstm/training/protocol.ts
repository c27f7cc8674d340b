import type { CopyPlan, CopyPoint } from "./copy-task.ts";
import type { EngineChoice, EngineId, Tried } from "./engine.ts";
import type { Fade } from "./fade.ts";
import type { NetworkShape } from "./network-shape.ts";
import type { Tensors } from "./numbers.ts";
import type { Plan } from "./plan.ts";
import type { SavedRun } from "./saved-run.ts";
import type { SelfTest } from "./self-test.ts";
import type { EngineSpeed } from "./speeds.ts";
import type { TextFault } from "./text.ts";
import type { WasmAddresses } from "./wasm-files.ts";

/** What a worker is started for; it does one thing and ends. */
export type Task =
  | {
      kind: "train";
      plan: Plan;
      text: string;
      engine: EngineChoice;
      resume?: SavedRun | undefined;
      isPaused?: boolean | undefined;
    }
  | { kind: "fade"; plan: Plan; text: string; trained: number }
  | { kind: "copy"; plan: CopyPlan }
  | { kind: "influence"; parameters: Tensors; shape: NetworkShape; tokens: number[] }
  | { kind: "speeds"; plan: Plan; text: string };

/** What the page tells a worker later. */
export type Order =
  | { kind: "pause" | "resume" | "step" | "lose" | "stop" }
  | { kind: "rewind"; step: number }
  | { kind: "engine"; engine: EngineChoice }
  | { kind: "sample"; prompt: string; temperature: number; seed: number };

export type FirstOrder = { kind: "task"; task: Task; addresses: WasmAddresses };

/** An engine as the page may know it. */
export interface EngineReport {
  id: EngineId;
  adapter: string;
  isSoftware: boolean;
  loaded: number; // bytes of kernels
  selfTest: SelfTest | undefined;
  tried: Tried[]; // engines passed over, in order
}

export interface StepReport {
  step: number; // steps taken
  loss: number; // bits per character, before this step's update
  norm: number; // of all gradients, before clipping
  ms: number;
}

/** What training tells the page. */
export type TrainReport =
  | { kind: "ready"; parameters: number; train: number; heldOut: number; unknown: number }
  | { kind: "baseline"; order: number; bits: number }
  | { kind: "engine"; report: EngineReport }
  | { kind: "step"; report: StepReport }
  | { kind: "checked"; step: number; bits: number } // on held-out text
  | { kind: "sample"; step: number; prompt: string; text: string }
  | { kind: "kept"; run: SavedRun; steps: number[] } // steps that can be gone back to
  | { kind: "rewound"; step: number }
  | { kind: "lost"; id: EngineId; detail: string; step: number } // training goes on from this step
  | { kind: "paused" | "resumed" };

/** Why a run cannot start, or go on. */
export type TrainingFault =
  | TextFault
  | { kind: "too-large"; bytes: number; most: number }
  | { kind: "diverged"; step: number }; // the loss is no number any more

/** What ends a worker. */
export type EndReport =
  | { kind: "done" }
  | { kind: "stopped" }
  | { kind: "refused"; fault: TrainingFault }
  | { kind: "failed"; detail: string };

export type Report =
  | TrainReport
  | EndReport
  | { kind: "share"; share: number }
  | { kind: "fades"; fades: Fade[] }
  | { kind: "influences"; lengths: number[][] } // of each character, as measureInfluences gives them
  | { kind: "copied"; point: CopyPoint }
  | { kind: "speed"; speed: EngineSpeed };

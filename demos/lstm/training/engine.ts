import type { NetworkShape } from "./network-shape.ts";
import type { SelfTest } from "./self-test.ts";
import type { Trainer, TrainingState } from "./trainer.ts";

/** The engines, in the order in which they are tried. */
export const engineIds = ["webgpu", "webgl", "wasm", "typescript"] as const;

export type EngineId = (typeof engineIds)[number];

export type EngineChoice = EngineId | "auto";

export type NetworkKind = Pick<NetworkShape, "cell" | "layers" | "hasAttention">;

/** An engine that has passed its self-test. */
export interface Engine {
  id: EngineId;
  adapter: string; // what the browser tells of the GPU; empty on the CPU
  isSoftware: boolean; // a GPU that is emulated on the CPU
  loaded: number; // bytes of kernels that were loaded for it
  selfTest: SelfTest | undefined; // none for the reference itself
  createTrainer(shape: NetworkShape, state: TrainingState): Trainer;
  /** Never resolves; rejects with an EngineFault when the device is gone. */
  lost: Promise<never>;
  /** Takes the device away, as a driver would. */
  lose(): void;
  close(): void;
}

/** Why an engine is not used. */
export type Refusal =
  | "no-api"
  | "no-adapter"
  | "no-device"
  | "software" // emulated on the CPU: slower than the next engines
  | "disagrees"
  | "no-files"
  | "failed"
  | "lost";

export class EngineFault extends Error {
  readonly why: Refusal;

  constructor(why: Refusal, detail = "") {
    super(detail);
    this.name = "EngineFault";
    this.why = why;
  }
}

/** An engine that was tried and not taken. */
export interface Tried {
  id: EngineId;
  why: Refusal;
  detail: string;
}

/** Opens one engine and tests it; rejects with an EngineFault. */
export type EngineOpener = (
  id: EngineId,
  kind: NetworkKind,
  /** Whether a GPU that is emulated on the CPU will do. */
  allowsSoftware: boolean,
) => Promise<Engine>;

/**
 * The first engine that works: the one asked for, or each in turn; the TypeScript core never
 * refuses. `excluded` names engines that were lost before.
 */
export async function chooseEngine(
  open: EngineOpener,
  choice: EngineChoice,
  kind: NetworkKind,
  excluded: readonly EngineId[] = [],
): Promise<{ engine: Engine; tried: Tried[] }> {
  const order: EngineId[] = choice === "auto" ? [...engineIds] : [choice, "typescript"];
  const tried: Tried[] = [];
  for (const id of order) {
    if (excluded.includes(id)) {
      tried.push({ id, why: "lost", detail: "" });
      continue;
    }
    try {
      return { engine: await open(id, kind, id === choice), tried };
    } catch (fault) {
      tried.push({ id, why: readRefusal(fault), detail: readMessage(fault) });
    }
  }
  throw new EngineFault("failed", tried.map(({ id, why }) => `${id}: ${why}`).join(", "));
}

function readRefusal(fault: unknown): Refusal {
  return fault instanceof EngineFault ? fault.why : "failed";
}

export function readMessage(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

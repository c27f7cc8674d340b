import type { EngineId } from "./engine.ts";
import { createStates } from "./network.ts";
import { cellKinds, listTensors, type NetworkShape } from "./network-shape.ts";
import type { Numbers, Tensors } from "./numbers.ts";
import { createPlan, type Plan, settingNames } from "./plan.ts";
import type { TrainingState } from "./trainer.ts";

/** A run that can go on: on this page, from a file or from the browser's store. */
export interface SavedRun {
  plan: Plan;
  shape: NetworkShape;
  vocabulary: string[];
  state: TrainingState;
  engine: EngineId; // that trained it last
}

const FORMAT = "dlpl-training-1";

/** A run as a text file: a header in JSON, numbers as 32-bit little-endian in base 64. */
export function writeRun({ plan, shape, vocabulary, state, engine }: SavedRun): string {
  const { step, m, v } = state.adam;
  const tensors = listTensors(shape).map(({ name }) => ({
    name,
    weights: toBase64(state.parameters.get(name)),
    m: toBase64(m.get(name)),
    v: toBase64(v.get(name)),
  }));
  return JSON.stringify({ format: FORMAT, plan, shape, vocabulary, engine, step, tensors });
}

/**
 * Reads such a file. The state between windows is not in it: training goes on from zero state.
 * @throws Error that names what is wrong with the file
 */
export function readRun(text: string): SavedRun {
  const file = parse(text);
  if (!isRecord(file) || file["format"] !== FORMAT)
    throw new Error(`unknown format, not ${FORMAT}`);
  const plan = readPlan(file["plan"]);
  const shape = readShape(file["shape"]);
  const vocabulary = file["vocabulary"];
  if (
    !Array.isArray(vocabulary) ||
    vocabulary.length !== shape.vocabulary ||
    !vocabulary.every((one) => typeof one === "string")
  ) {
    throw new Error("invalid vocabulary");
  }
  const { step, tensors, engine } = file;
  if (typeof step !== "number" || !Number.isInteger(step) || step < 0) {
    throw new Error("invalid step");
  }
  if (!Array.isArray(tensors)) throw new Error("missing tensors");
  const byName = new Map(tensors.filter(isRecord).map((entry) => [entry["name"], entry]));
  const read = (part: string): Tensors =>
    new Map(
      listTensors(shape).map(({ name, rows, columns }) => {
        const values = fromBase64(byName.get(name)?.[part]);
        if (values.length !== rows * columns || !values.every(Number.isFinite)) {
          throw new Error(`invalid ${part} of ${name}`);
        }
        return [name, values];
      }),
    );
  return {
    plan: { ...plan, cell: shape.cell, layers: shape.layers, hasAttention: shape.hasAttention },
    shape,
    vocabulary,
    engine: engine === "webgpu" || engine === "webgl" || engine === "wasm" ? engine : "typescript",
    state: {
      parameters: read("weights"),
      adam: { step, m: read("m"), v: read("v") },
      states: createStates(shape, plan.batch),
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error("invalid JSON");
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function readPlan(value: unknown): Plan {
  const plan = createPlan();
  if (!isRecord(value)) throw new Error("missing plan");
  for (const name of settingNames) {
    const number = value[name];
    if (typeof number !== "number" || !(number >= 0)) throw new Error(`invalid plan.${name}`);
    plan[name] = number;
  }
  return plan;
}

function readShape(value: unknown): NetworkShape {
  if (!isRecord(value)) throw new Error("missing shape");
  const size = (name: string, most: number): number => {
    const number = value[name];
    const isSize = typeof number === "number" && Number.isInteger(number);
    if (!isSize || number < 1 || number > most) throw new Error(`invalid shape.${name}`);
    return number;
  };
  const cell = cellKinds.find((kind) => kind === value["cell"]);
  if (!cell) throw new Error("unknown cell");
  return {
    cell,
    layers: size("layers", 4),
    embedding: size("embedding", 1024),
    hidden: size("hidden", 1024),
    vocabulary: size("vocabulary", 8000),
    hasAttention: value["hasAttention"] === true,
  };
}

function toBase64(values: Numbers | undefined): string {
  const bytes = new Uint8Array(Float32Array.from(values ?? []).buffer);
  let text = "";
  for (let i = 0; i < bytes.length; i += 8190) {
    text += btoa(String.fromCharCode(...bytes.subarray(i, i + 8190)));
  }
  return text;
}

function fromBase64(text: unknown): Float32Array {
  try {
    const bytes = Uint8Array.from(atob(String(text)), (letter) => letter.charCodeAt(0));
    return new Float32Array(bytes.buffer);
  } catch {
    return new Float32Array();
  }
}

import type { Language } from "../../../src/site/languages.ts";
import { type LoadOptions, loadBytes, loadJson } from "../../kit/assets.ts";
import { readModel } from "../../kit/model-file.ts";
import { createAdam } from "./adam.ts";
import { createStates } from "./network.ts";
import { listTensors, type NetworkShape } from "./network-shape.ts";
import { getTensor, type Tensors } from "./numbers.ts";
import { createPlan } from "./plan.ts";
import type { SavedRun } from "./saved-run.ts";

const names: Record<Language, string> = { zh: "tang-lstm", en: "shakespeare-lstm" };

/**
 * The shipped LSTM of a language as a run that can go on: its weights, Adam's moments at zero.
 * Rejects with an AssetError when a file does not arrive, with an Error when it does not fit.
 */
export async function loadShippedRun(lang: Language, options: LoadOptions): Promise<SavedRun> {
  const folder = `models/${names[lang]}`;
  const [header, bytes] = await Promise.all([
    loadJson(`${folder}/model.json`, { signal: options.signal }),
    loadBytes(`${folder}/weights.bin`, options),
  ]);
  const model = readModel(header, bytes.buffer);
  if (model.architecture !== "lstm") throw new Error(`invalid model: ${model.name} is no LSTM`);
  const { vocabulary, config } = model;
  const shape: NetworkShape = {
    ...config,
    cell: "lstm",
    vocabulary: vocabulary.length,
    hasAttention: false,
  };
  const stored: Tensors = new Map([...model.tensors].map(([name, { data }]) => [name, data]));
  const parameters: Tensors = new Map(
    listTensors(shape).map(({ name }) => [name, getTensor(stored, name)]),
  );
  // Weights that were trained for long move by small steps.
  const plan = {
    ...createPlan(),
    layers: config.layers,
    units: config.hidden,
    rate: 0.001,
    steps: 50,
  };
  const states = createStates(shape, plan.batch);
  const state = { parameters, adam: createAdam(parameters), states };
  return { plan, shape, vocabulary, state, engine: "typescript" };
}

import type { Bilingual } from "../../src/site/languages.ts";
import { createAddressReader } from "../kit/address-reader.ts";
import { putChoice } from "../kit/address-writer.ts";
import { type HeadPlace, type Mask, masks, type WeightEdit } from "./options.ts";
import { type PositionMode, positionModes } from "./positions.ts";
import { readEdits, readOrder, readPlaces, writeEdit } from "./view-lists.ts";

export const modelIds = ["tang", "shakespeare"] as const;
export type ModelId = (typeof modelIds)[number];

export const looks = ["matrix", "lines"] as const;

/** What runs the model once more, beside the engine of the page. */
export const backends = ["auto", "webgpu", "wasm", "typescript"] as const;
export type Backend = (typeof backends)[number];

/** Everything that the reader has chosen; the address holds it. */
export interface View {
  model: ModelId;
  text: string;
  layer: number;
  head: number;
  query: number; // place of the token whose row is read
  key: number;
  look: (typeof looks)[number];
  mask: Mask;
  positions: PositionMode;
  divisor: number; // 0 is √d_k
  zeroed: HeadPlace[];
  edits: WeightEdit[];
  order: number[]; // places of the tokens after the first one; empty is as written
  temperature: number;
  topK: number; // 0 keeps all
  topP: number;
  seed: number;
  backend: Backend;
}

/** What the page opens with. A line or two that every reader knows. */
export const defaultTexts: Record<ModelId, string> = {
  tang: "白日依山尽，黄河入海流。",
  shakespeare: "To be, or not to be, that is the ",
};

export const defaultView: View = {
  model: "tang",
  text: defaultTexts.tang,
  layer: 0,
  head: 0,
  query: 12,
  key: 0,
  look: "matrix",
  mask: "causal",
  positions: "learned",
  divisor: 0,
  zeroed: [],
  edits: [],
  order: [],
  temperature: 1,
  topK: 0,
  topP: 1,
  seed: 1,
  backend: "auto",
};

/** The view an address asks for, and a note on each part that could not be read. */
export function readView(
  params: URLSearchParams,
  home: View = defaultView,
): { view: View; notes: Bilingual[] } {
  const reader = createAddressReader(params);
  const whole = (key: string, high: number, usual: number): number =>
    Math.round(reader.chooseNumber(key, 0, high, usual));
  const model = reader.choose("model", modelIds, home.model);
  const text = params.get("text")?.slice(0, 400);
  const view: View = {
    model,
    text: text ?? (model === home.model ? home.text : defaultTexts[model]),
    layer: whole("l", 63, home.layer),
    head: whole("h", 63, home.head),
    query: whole("q", 1023, home.query),
    key: whole("key", 1023, home.key),
    look: reader.choose("look", looks, home.look),
    mask: reader.choose("mask", masks, home.mask),
    positions: reader.choose("pos", positionModes, home.positions),
    divisor: reader.chooseNumber("div", 0, 64, home.divisor),
    zeroed: readPlaces(params, reader.leaveOut),
    edits: readEdits(params, reader.leaveOut),
    order: readOrder(params, reader.leaveOut),
    temperature: reader.chooseNumber("t", 0, 5, home.temperature),
    topK: whole("top", 100_000, home.topK),
    topP: reader.chooseNumber("p", 0.01, 1, home.topP),
    seed: whole("seed", 2 ** 31, home.seed),
    backend: reader.choose("backend", backends, home.backend),
  };
  return { view, notes: reader.notes };
}

/** The address of a view: what is as the page opens is left out. */
export function writeView(view: View, home: View = defaultView): URLSearchParams {
  const params = new URLSearchParams();
  putChoice(params, "model", view.model, home.model);
  putChoice(
    params,
    "text",
    view.text,
    view.model === home.model ? home.text : defaultTexts[view.model],
  );
  putChoice(params, "l", view.layer, home.layer);
  putChoice(params, "h", view.head, home.head);
  putChoice(params, "q", view.query, home.query);
  putChoice(params, "key", view.key, home.key);
  putChoice(params, "look", view.look, home.look);
  putChoice(params, "mask", view.mask, home.mask);
  putChoice(params, "pos", view.positions, home.positions);
  putChoice(params, "div", view.divisor, home.divisor);
  for (const { layer, head } of view.zeroed) params.append("off", `${layer}.${head}`);
  for (const edit of view.edits) params.append("set", writeEdit(edit));
  putChoice(params, "order", view.order.join("."), "");
  putChoice(params, "t", view.temperature, home.temperature);
  putChoice(params, "top", view.topK, home.topK);
  putChoice(params, "p", view.topP, home.topP);
  putChoice(params, "seed", view.seed, home.seed);
  putChoice(params, "backend", view.backend, home.backend);
  return params;
}

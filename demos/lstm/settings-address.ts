import type { Bilingual } from "../../src/site/languages.ts";
import { createAddressReader } from "../kit/address-reader.ts";
import { putChoice } from "../kit/address-writer.ts";
import { cellOrders } from "./cells.ts";
import { type CorpusId, corpusIds } from "./corpus.ts";
import { type Hold, holdable } from "./inference.ts";
import { traceParts } from "./session.ts";
import { createSettings, engines, type Look, limits, modes, type Settings } from "./settings.ts";

// The training below the text has `cell`, `backend`, `length`, `seed` and others.
const keys = [
  ...["corpus", "mode", "text", "heads", "t", "k", "p", "draw", "n", "run"],
  ...["hold", "look", "order", "part", "at"],
];

/**
 * The address of a text and of what is looked at: only what differs from the usual. What others
 * wrote into `query` stays.
 */
export function writeAddress(
  settings: Settings,
  look: Look,
  first: Look,
  query = "",
): URLSearchParams {
  const usual = createSettings(settings.corpus);
  const params = new URLSearchParams(query);
  for (const key of keys) params.delete(key);
  putChoice(params, "corpus", settings.corpus, corpusIds[0]);
  putChoice(params, "mode", settings.mode, usual.mode);
  putChoice(params, "text", settings.prompt, usual.prompt);
  putChoice(params, "heads", settings.heads, usual.heads);
  putChoice(params, "t", settings.temperature, usual.temperature);
  putChoice(params, "k", settings.topK, usual.topK);
  putChoice(params, "p", settings.topP, usual.topP);
  putChoice(params, "draw", settings.seed, usual.seed);
  putChoice(params, "n", settings.length, usual.length);
  putChoice(params, "run", settings.engine, usual.engine);
  for (const { part, layer, cell, value } of settings.holds) {
    params.append("hold", `${part}.${layer}.${cell}.${value}`);
  }
  putChoice(params, "look", `${look.layer}.${look.cell}`, `${first.layer}.${first.cell}`);
  putChoice(params, "order", look.order, first.order);
  putChoice(params, "part", look.part, first.part);
  putChoice(params, "at", look.at, first.at);
  return params;
}

/** How many layers a model has, and cells in each. */
export type Sizes = Record<CorpusId, { layers: number; hidden: number }>;

/** Settings and look of an address; what is invalid falls back to the usual, with a note. */
export function readAddress(
  params: URLSearchParams,
  first: Look,
  sizes: Sizes,
): { settings: Settings; look: Look; notes: Bilingual[] } {
  const { choose, chooseNumber, refuse, notes } = createAddressReader(params);
  const chooseWhole = (key: string, low: number, high: number, usual: number): number => {
    const value = chooseNumber(key, low, high, usual);
    if (Number.isInteger(value)) return value;
    refuse(key, params.get(key) ?? "");
    return usual;
  };
  const chooseText = (key: string, most: number, usual: string): string => {
    const value = params.get(key) ?? usual;
    if ([...value].length <= most) return value;
    refuse(key, `${[...value].slice(0, 12).join("")}…`);
    return usual;
  };
  const corpus = choose("corpus", corpusIds, corpusIds[0]);
  const usual = createSettings(corpus);
  const { temperature, topP, length, topK, seed } = limits;
  const isKnown = (layer: number, cell: number): boolean =>
    layer < sizes[corpus].layers && cell < sizes[corpus].hidden;
  const cell = readCell(params.get("look"), first);
  const isFound = cell && isKnown(cell.layer, cell.cell);
  if (!isFound) refuse("look", params.get("look") ?? "");
  return {
    notes,
    settings: {
      corpus,
      mode: choose("mode", modes, usual.mode),
      prompt: chooseText("text", limits.prompt, usual.prompt),
      heads: chooseText("heads", limits.heads, usual.heads),
      temperature: chooseNumber("t", temperature.min, temperature.max, usual.temperature),
      topK: chooseWhole("k", topK.min, topK.max, usual.topK),
      topP: chooseNumber("p", topP.min, topP.max, usual.topP),
      seed: chooseWhole("draw", seed.min, seed.max, usual.seed),
      length: chooseWhole("n", length.min, length.max, usual.length),
      engine: choose("run", engines, usual.engine),
      holds: params.getAll("hold").flatMap((value) => {
        const hold = readHold(value);
        if (hold && isKnown(hold.layer, hold.cell === "all" ? 0 : hold.cell)) return hold;
        refuse("hold", value);
        return [];
      }),
    },
    look: {
      ...(isFound ? cell : { layer: first.layer, cell: first.cell }),
      order: choose("order", cellOrders, first.order),
      part: choose("part", traceParts, first.part),
      at: chooseWhole("at", 0, 10_000, first.at),
    },
  };
}

function readCell(value: string | null, first: Look): { layer: number; cell: number } | undefined {
  if (value === null) return { layer: first.layer, cell: first.cell };
  const [, layer, cell] = /^(\d)\.(\d{1,4})$/.exec(value) ?? [];
  return layer && cell ? { layer: Number(layer), cell: Number(cell) } : undefined;
}

function readHold(value: string): Hold | undefined {
  const [, part, layer, cell, level] = /^([ifoc])\.(\d)\.(all|\d{1,4})\.([01])$/.exec(value) ?? [];
  const known = holdable.find((one) => one === part);
  if (!known || !layer || !cell || !level) return undefined;
  return {
    part: known,
    layer: Number(layer),
    cell: cell === "all" ? "all" : Number(cell),
    value: Number(level),
  };
}

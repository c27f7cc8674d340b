import type { Bilingual } from "../../src/site/languages.ts";
import { createAddressReader } from "../benchmarks/address-reader.ts";
import { type CellOrder, cellOrders } from "./cells.ts";
import { type CorpusId, corpora, corpusIds } from "./corpus.ts";
import { type Hold, holdable } from "./inference.ts";
import { type TracePart, traceParts } from "./session.ts";
import type { Plan } from "./writing.ts";

export const modes = ["free", "acrostic"] as const;
export const engines = ["auto", "js"] as const;

/** What the reader sets before a text is written. */
export interface Settings {
  corpus: CorpusId;
  mode: (typeof modes)[number];
  prompt: string;
  heads: string;
  temperature: number; // 0 is greedy
  topK: number; // 0 is off
  topP: number; // 1 is off
  seed: number;
  length: number; // characters
  holds: Hold[];
  engine: (typeof engines)[number];
}

/** What the reader looks at in a text. */
export interface Look {
  layer: number;
  cell: number;
  order: CellOrder;
  part: TracePart;
  at: number; // character
}

export const shownTerms = 8; // of a gate's sum, before the reader asks for all
export const shownCells = 6; // in the list of cells

export const limits = {
  temperature: { min: 0, max: 2, step: 0.05 },
  topK: { min: 0, max: 100, step: 1 },
  topP: { min: 0.05, max: 1, step: 0.05 },
  length: { min: 10, max: 400, step: 10 },
  seed: { min: 0, max: 999_999_999 },
  prompt: 2000, // characters
  heads: 12,
} as const;

export function createSettings(corpus: CorpusId): Settings {
  const { prompt, heads } = corpora[corpus];
  return {
    ...{ corpus, mode: "free", prompt, heads },
    ...{ temperature: 0.8, topK: 0, topP: 0.95, seed: 7 },
    ...{ length: corpus === "tang" ? 60 : 160, holds: [], engine: "auto" },
  };
}

export function toPlan(settings: Settings): Plan {
  const { mode, prompt, heads, temperature, topK, topP, seed, length, holds } = settings;
  return {
    prompt: mode === "free" ? prompt : "",
    heads: mode === "acrostic" ? heads : "",
    sampling: { temperature, topP, topK: topK > 0 ? topK : undefined },
    ...{ seed, length, holds },
  };
}

// The training below the text has `cell`, `engine`, `length`, `seed` and others.
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
  const put = (key: string, value: string | number, normal: string | number): void => {
    if (value !== normal) params.set(key, String(value));
  };
  put("corpus", settings.corpus, corpusIds[0]);
  put("mode", settings.mode, usual.mode);
  put("text", settings.prompt, usual.prompt);
  put("heads", settings.heads, usual.heads);
  put("t", settings.temperature, usual.temperature);
  put("k", settings.topK, usual.topK);
  put("p", settings.topP, usual.topP);
  put("draw", settings.seed, usual.seed);
  put("n", settings.length, usual.length);
  put("run", settings.engine, usual.engine);
  for (const { part, layer, cell, value } of settings.holds) {
    params.append("hold", `${part}.${layer}.${cell}.${value}`);
  }
  put("look", `${look.layer}.${look.cell}`, `${first.layer}.${first.cell}`);
  put("order", look.order, first.order);
  put("part", look.part, first.part);
  put("at", look.at, first.at);
  return params;
}

/** Settings and look of an address; what is invalid falls back to the usual, with a note. */
export function readAddress(
  params: URLSearchParams,
  first: Look,
): { settings: Settings; look: Look; notes: Bilingual[] } {
  const { choose, chooseNumber, notes } = createAddressReader(params);
  const refuse = (key: string, value: string): void => {
    notes.push({
      zh: `网址里的 ${key}=${value} 无效，已换成默认值。`,
      en: `Invalid ${key}=${value} in the address; the default is used instead.`,
    });
  };
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
  const cell = readCell(params.get("look"), first);
  if (!cell) refuse("look", params.get("look") ?? "");
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
        if (!hold) refuse("hold", value);
        return hold ?? [];
      }),
    },
    look: {
      ...(cell ?? { layer: first.layer, cell: first.cell }),
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

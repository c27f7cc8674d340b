import type { CellOrder } from "./cells.ts";
import { type CorpusId, corpora } from "./corpus.ts";
import type { Hold } from "./inference.ts";
import type { TracePart } from "./session.ts";
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

import type { Bilingual } from "../../src/site/languages.ts";
import type { CorpusId } from "./corpus.ts";
import type { Plan } from "./writing.ts";

export const sides = ["lstm", "transformer"] as const;

export type Side = (typeof sides)[number];

export interface DuelOrder {
  corpus: CorpusId;
  plan: Pick<Plan, "prompt" | "length" | "seed" | "sampling">;
  files: Record<Side, { header: string; weights: string }>; // addresses of the page
}

/** How fast one side wrote, and what one step costs it. */
export interface SideResult {
  ms: number;
  multiplications: [first: number, last: number]; // of the first and the last character written
}

export type DuelReport =
  | { kind: "progress"; loaded: number }
  | { kind: "text"; side: Side; text: string }
  | { kind: "side"; side: Side; result: SideResult }
  | { kind: "done" }
  | { kind: "failed"; sentence: Bilingual };

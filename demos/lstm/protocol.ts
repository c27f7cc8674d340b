import type { Bilingual } from "../../src/site/languages.ts";
import type { CorpusId } from "./corpus.ts";
import type { Lstm } from "./lstm-model.ts";
import type { Question, Questions, ShownCharacter } from "./session.ts";
import type { Plan } from "./writing.ts";

/** What the page tells the worker. Addresses are those of the page, since a worker has none. */
export type Order =
  | { kind: "load"; corpus: CorpusId; header: string; weights: string; canUseSimd: boolean }
  | { kind: "write"; plan: Plan }
  | { kind: "stop" }
  | Ask;

export interface Ask<Q extends Question = Question> {
  kind: "ask";
  id: number;
  question: Q;
  ask: Questions[Q]["ask"];
}

/** The model that the worker has loaded. */
export interface Loaded {
  corpus: CorpusId;
  engine: Lstm["kind"];
  ms: number;
}

/** The text that the same plan gives with nothing held, and how well both networks know it. */
export interface Reference {
  text: string;
  bits: number; // per character, free
  heldBits: number; // per character, with the holds
}

/** What the worker tells the page. */
export type Report =
  | { kind: "progress"; loaded: number }
  | { kind: "loaded"; about: Loaded }
  | { kind: "reference"; reference: Reference }
  | { kind: "characters"; characters: ShownCharacter[] }
  | { kind: "written"; ms: number; firstMs: number }
  | { kind: "stopped" }
  | { kind: "failed"; sentence: Bilingual }
  | { kind: "answer"; id: number; answer: Questions[Question]["answer"] }
  | { kind: "refused"; id: number; detail: string };

import { unknownToken } from "../kit/vocabulary.ts";
import { type CellOrder, type RankedCell, rankCells } from "./cells.ts";
import type { Corpus } from "./corpus.ts";
import { type Gate, type GateSum, gates, type Term, takeApart } from "./gate-sum.ts";
import { createState, type Hold, type LstmState, type LstmStep } from "./inference.ts";
import { findInfluence, measureInfluence } from "./influence.ts";
import type { Lstm } from "./lstm-model.ts";
import { lineEnd, openText, type Plan, type Written, writeText } from "./writing.ts";

/** One character as the page shows it. */
export interface ShownCharacter {
  character: string;
  origin: Written["origin"];
  isUnknown: boolean;
  entropy: number; // bits
  p: number;
  drawn: number;
  top: { character: string; p: number; drawn: number }[];
}

/** One cell through a text; all lists are [characters]. */
export interface CellTrace extends Record<TracePart, number[]> {
  layer: number;
  cell: number;
  before: number[]; // the cell state that a step starts from
}

export const traceParts = ["i", "f", "g", "o", "c", "h"] as const;

export type TracePart = (typeof traceParts)[number];

/** A gate's sum with its largest terms; the others are added up. */
export interface ShownSum extends GateSum {
  rest: { count: number; sum: number };
}

/** What a page may ask about the text written last, and the answers. */
export interface Questions {
  rank: { ask: { order: CellOrder; count: number }; answer: RankedCell[] };
  trace: { ask: { layer: number; cell: number }; answer: CellTrace };
  sums: {
    ask: { at: number; layer: number; cell: number; terms: number };
    answer: Record<Gate, ShownSum>;
  };
  /** Length of the gradient at the start and at each character before `at`; [at + 1]. */
  influence: { ask: { at: number }; answer: number[] };
}

export type Question = keyof Questions;

/** A model with the text that it wrote last. */
export interface Session {
  write(plan: Plan): Generator<ShownCharacter>;
  answer<Q extends Question>(question: Q, ask: Questions[Q]["ask"]): Questions[Q]["answer"];
}

export function createSession(model: Lstm, corpus: Corpus): Session {
  let text: Written[] = [];
  let holds: readonly Hold[] = [];
  let opening: LstmStep = openText(model, holds);

  const stateBefore = (at: number): LstmState => {
    const written = text[at];
    if (!written) throw new RangeError(`unknown character ${at} of ${text.length}`);
    if (corpus.hasOwnLines && written.token === lineEnd) return createState(model);
    return (text[at - 1]?.step ?? opening).state;
  };

  const answers: { [Q in Question]: (ask: Questions[Q]["ask"]) => Questions[Q]["answer"] } = {
    rank: ({ order, count }) => rankCells(text, order, corpus, count),
    trace: ({ layer, cell }) => {
      const list = (part: TracePart) =>
        text.map(({ step }) => step.layers[layer]?.[part][cell] ?? 0);
      const [i, f, g, o, c, h] = traceParts.map(list) as [
        number[],
        number[],
        number[],
        number[],
        number[],
        number[],
      ];
      const before = text.map((_, at) => stateBefore(at).c[layer]?.[cell] ?? 0);
      return { layer, cell, before, i, f, g, o, c, h };
    },
    sums: ({ at, layer, cell, terms }) => {
      const now = text[at]?.step.layers[layer];
      const before = stateBefore(at).h[layer];
      if (!now || !before) throw new RangeError(`unknown layer ${layer}`);
      const take = (gate: Gate) => shorten(takeApart(model, layer, cell, gate, now, before), terms);
      return Object.fromEntries(gates.map((gate) => [gate, take(gate)])) as Record<Gate, ShownSum>;
    },
    influence: ({ at }) => {
      const target = text[at];
      if (!target) throw new RangeError(`unknown character ${at} of ${text.length}`);
      // A text that starts afresh at each line end owes nothing to earlier lines.
      let first = at;
      while (first > 0 && !(corpus.hasOwnLines && text[first - 1]?.token === lineEnd)) first--;
      const isFromStart = first === 0;
      const steps = text.slice(Math.max(0, first - 1), at).map(({ step }) => step);
      const all = isFromStart ? [opening, ...steps] : steps;
      const found = findInfluence(model, all, createState(model), target.token, holds);
      const lengths = measureInfluence(found);
      return [...Array<number>(at + 1 - lengths.length).fill(0), ...lengths];
    },
  };

  return {
    *write(plan) {
      text = [];
      holds = plan.holds;
      opening = openText(model, holds);
      for (const written of writeText(model, corpus, plan)) {
        text.push(written);
        yield show(written, model.vocabulary);
      }
    },
    answer: (question, ask) => answers[question](ask),
  };
}

function show(
  { character, token, origin, prediction }: Written,
  vocabulary: readonly string[],
): ShownCharacter {
  const { entropy, p, drawn, top } = prediction;
  return {
    ...{ character, origin, isUnknown: token === unknownToken, entropy, p, drawn },
    top: top.map((one) => ({
      ...{ p: one.p, drawn: one.drawn },
      character: one.token === unknownToken ? "□" : (vocabulary[one.token] ?? ""),
    })),
  };
}

function shorten(sum: GateSum, count: number): ShownSum {
  const rest = sum.terms.slice(count);
  return {
    ...sum,
    terms: sum.terms.slice(0, count),
    rest: { count: rest.length, sum: rest.reduce((total, term) => total + productOf(term), 0) },
  };
}

export function productOf({ weight, value }: Term): number {
  return weight * value;
}

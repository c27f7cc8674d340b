import { readFileSync } from "node:fs";
import type { Bilingual } from "../../src/site/languages.ts";
import { readModel } from "../kit/model-file.ts";
import type { RankedCell } from "./cells.ts";
import { type CorpusId, corpora, corpusIds } from "./corpus.ts";
import { type Side, sides } from "./duel-protocol.ts";
import type { Gate } from "./gate-sum.ts";
import { createLstm, type Lstm } from "./lstm-model.ts";
import { type CellTrace, createSession, type ShownCharacter, type ShownSum } from "./session.ts";
import { createSettings, type Look, shownCells, shownTerms, toPlan } from "./settings.ts";

/** A real run of the shipped weights, stored in the page, and what each model weighs. */
export interface FirstView {
  text: ShownCharacter[];
  cells: RankedCell[];
  traces: CellTrace[]; // of `cells`, in the same order
  sums: Record<Gate, ShownSum>; // at `look`
  influence: number[]; // at `look`
  look: Look;
  models: Record<CorpusId, ModelAbout>;
  cards: Record<CorpusId, Record<Side, CardFacts>>;
}

/** What the card of a model says (models/README.md), as far as the page shows it. */
export interface CardFacts {
  name: string;
  parameters: number;
  bytes: number; // of weights.bin
  sha256: string; // of weights.bin
  corpus: Record<"name" | "licence" | "format", Bilingual>;
  /** On the test part, which no model has seen in training. */
  bitsPerCharacter: {
    test: number; // as shipped
    testBeforeQuantisation: number;
    ngram: { order: number; test: number }; // the best n-gram, on the same text
  };
  training: { seed: number; epochs: number; bestEpoch: number; command: string };
}

export interface ModelAbout {
  bytes: number; // of the files that a reader loads
  layers: number;
  width: number; // E
  hidden: number; // H
  vocabulary: number;
  parameters: number;
}

/** Runs the shipped model; for the build only. */
export function readFirstView(): FirstView {
  const models = Object.fromEntries(corpusIds.map((id) => [id, readLstm(id)])) as Record<
    CorpusId,
    { model: Lstm; bytes: number }
  >;
  const corpus = corpusIds[0];
  const session = createSession(models[corpus].model, corpora[corpus]);
  const text = [...session.write(toPlan(createSettings(corpus)))];
  const cells = session.answer("rank", { order: "swing", count: shownCells });
  const { layer, cell } = cells[0] ?? { layer: 0, cell: 0 };
  const at = Math.min(6, text.length - 1);
  return shorten({
    text,
    cells,
    traces: cells.map((one) => session.answer("trace", one)),
    sums: session.answer("sums", { at, layer, cell, terms: shownTerms }),
    influence: session.answer("influence", { at }),
    look: { layer, cell, at, order: "swing", part: "c" },
    models: Object.fromEntries(
      corpusIds.map((id) => [id, describeModel(models[id])]),
    ) as FirstView["models"],
    cards: Object.fromEntries(
      corpusIds.map((id) => [
        id,
        Object.fromEntries(sides.map((side) => [side, readCard(id, side)])),
      ]),
    ) as FirstView["cards"],
  });
}

function readCard(id: CorpusId, side: Side): CardFacts {
  const folder = `public/models/${side === "lstm" ? corpora[id].model : corpora[id].rival}`;
  const card = JSON.parse(readFileSync(`${folder}/card.json`, "utf8")) as CardFacts;
  const { name, parameters, bytes, sha256, corpus, bitsPerCharacter, training } = card;
  const { seed, epochs, bestEpoch, command } = training;
  return {
    ...{ name, parameters, bytes, sha256, corpus, bitsPerCharacter },
    training: { seed, epochs, bestEpoch, command },
  };
}

/** Six digits, as many as 32-bit numbers hold for sure: a third of the length in the page. */
function shorten(view: FirstView): FirstView {
  const text = JSON.stringify(view, (_, value: unknown) =>
    typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value,
  );
  return JSON.parse(text) as FirstView;
}

function readLstm(id: CorpusId): { model: Lstm; bytes: number } {
  const folder = `public/models/${corpora[id].model}`;
  const header = readFileSync(`${folder}/model.json`);
  const weights = Uint8Array.from(readFileSync(`${folder}/weights.bin`));
  const file = readModel(JSON.parse(header.toString()), weights.buffer);
  return { model: createLstm(file), bytes: header.length + weights.length };
}

function describeModel({ model, bytes }: { model: Lstm; bytes: number }): ModelAbout {
  const { layers, width, hidden, vocabulary, parameters } = model;
  return {
    ...{ bytes, width, hidden, parameters },
    ...{ layers: layers.length, vocabulary: vocabulary.length },
  };
}

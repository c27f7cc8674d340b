import { readFileSync, statSync } from "node:fs";
import { type Card, loadModelCards } from "../../src/site/model-cards.ts";
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

/** What the card of a model says, as far as the page shows it. */
export interface CardFacts extends Pick<Card, "parameters" | "corpus"> {
  download: number; // bytes of model.json and weights.bin
  bits: number; // per character of the test part, as shipped
  ngram: Card["bitsPerCharacter"]["ngram"]; // the best n-gram on the same text
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
  const name = side === "lstm" ? corpora[id].model : corpora[id].rival;
  const card = loadModelCards().find((one) => one.name === name);
  if (!card) throw new Error(`missing card of model ${name}: train and export it first`);
  const { parameters, corpus, bytes, bitsPerCharacter } = card;
  const { test, ngram } = bitsPerCharacter;
  const download = bytes + statSync(`public/models/${name}/model.json`).size;
  return { parameters, corpus, download, bits: test, ngram };
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

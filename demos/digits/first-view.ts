import { readFileSync, statSync } from "node:fs";
import { type DigitCard, parseDigitCard } from "./card.ts";
import { example } from "./example.ts";
import { readShippedDigits } from "./read-shipped.ts";
import { recognise, type Shown } from "./recognise.ts";
import type { Stroke } from "./strokes.ts";

/** A real run of the shipped weights, stored in the page. */
export interface FirstView {
  strokes: Stroke[];
  shown: Shown;
  card: DigitCard;
  download: number; // bytes of model.json and weights.bin
}

/** Runs the shipped recogniser on the example; for the build only. */
export function readFirstView(): FirstView {
  const folder = "public/models/digits";
  const shown = recognise(readShippedDigits(folder), example);
  if (!shown) throw new Error("invalid example: it has no ink");
  const card = parseDigitCard(JSON.parse(readFileSync(`${folder}/card.json`, "utf8")));
  return {
    strokes: example,
    shown,
    card,
    download: card.bytes + statSync(`${folder}/model.json`).size,
  };
}

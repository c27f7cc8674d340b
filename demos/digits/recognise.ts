import { toLevels } from "./levels.ts";
import { type DigitModel, readDigit } from "./network.ts";
import { centreDigit } from "./preprocess.ts";
import { drawInk, type Stroke } from "./strokes.ts";

/** What the page shows of one drawing. */
export interface Shown {
  probabilities: number[]; // of the classes 0 … 9
  picture: string; // [784] levels of what the network sees
  maps: string[]; // the first layer's feature maps, [784] levels each, on one common scale
}

/** Strokes through preprocessing and network; undefined while nothing is drawn. */
export function recognise(model: DigitModel, strokes: readonly Stroke[]): Shown | undefined {
  const picture = centreDigit(drawInk(strokes));
  if (!picture) return undefined;
  const { conv1, probabilities } = readDigit(model, picture);
  const peak = conv1.data.reduce((most, value) => Math.max(most, value), 0);
  const area = conv1.side * conv1.side;
  return {
    probabilities: Array.from(probabilities, (p) => Number(p.toPrecision(6))),
    picture: toLevels(picture, 1),
    maps: Array.from({ length: conv1.count }, (_, i) =>
      toLevels(conv1.data.subarray(i * area, (i + 1) * area), peak),
    ),
  };
}

/** The classes from the likeliest on. */
export const rankClasses = ({ probabilities }: Shown): { digit: number; p: number }[] =>
  probabilities.map((p, digit) => ({ digit, p })).sort((a, b) => b.p - a.p);

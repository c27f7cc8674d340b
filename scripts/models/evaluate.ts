import type { Model } from "../../demos/kit/model-file.ts";
import { encode } from "../../demos/kit/vocabulary.ts";
import { createScorer } from "./score.ts";

/** How a text falls into parts that are read from an empty context each. */
export type Unit = "line" | "stream";

export interface Evaluation {
  model: string;
  /** Characters scored, line ends included. */
  characters: number;
  /** How many of them the vocabulary lacks; each costs what the unknown token costs. */
  unknown: number;
  bitsPerCharacter: number;
  unit: Unit;
}

/**
 * Bits per character over all characters of a text. "line": each line that is not empty is a text
 * of its own, scored with its line end; "stream": the whole text is one.
 * Throws an Error for a text without a character.
 */
export function evaluateModel(model: Model, text: string, unit: Unit): Evaluation {
  const score = createScorer(model);
  let characters = 0;
  let unknownCount = 0;
  let bits = 0;
  for (const part of cutText(text, unit)) {
    const { tokens, unknown } = encode(model.vocabulary, part);
    characters += tokens.length;
    unknownCount += unknown.length;
    bits += score(tokens);
  }
  if (characters === 0) throw new Error("invalid text: it is empty");
  const bitsPerCharacter = bits / characters;
  return { model: model.name, characters, unknown: unknownCount, bitsPerCharacter, unit };
}

function cutText(text: string, unit: Unit): string[] {
  if (unit === "stream") return text === "" ? [] : [text];
  return text
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map((line) => `${line}\n`);
}

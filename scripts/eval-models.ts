/**
 * `npm run eval:models -- --model <name> --text <file> [--json]`: bits per character of a shipped
 * model on a text, run by the TypeScript core. How the text is cut says the model's card.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Card, parseCard } from "../src/site/model-cards.ts";
import { evaluateModel } from "./models/evaluate.ts";
import { listShipped, modelFolder, readShipped } from "./models/read-shipped.ts";

try {
  const { model: name, text: path, json } = readOptions();
  const model = readShipped(name);
  const result = evaluateModel(model, readText(path), readCard(name).unit);
  console.log(json ? JSON.stringify(result) : describe(result));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function readOptions(): { model: string; text: string; json: boolean } {
  const { values } = parseArgs({
    options: {
      model: { type: "string" },
      text: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const { model, text, json } = values;
  if (!model) throw new Error(`missing --model: give ${listShipped().join(", ")}`);
  if (!text) throw new Error("missing --text: give a UTF-8 file");
  return { model, text, json };
}

function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new Error(`missing text ${path}: ${(error as Error).message}`, { cause: error });
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`invalid text ${path}: it is not UTF-8`);
  }
  if (text.trim() === "") throw new Error(`invalid text ${path}: it is empty`);
  return text;
}

function readCard(name: string): Card {
  return parseCard(JSON.parse(readFileSync(join(modelFolder, name, "card.json"), "utf8")));
}

function describe({
  model,
  characters,
  unknown,
  bitsPerCharacter,
}: ReturnType<typeof evaluateModel>): string {
  return [
    `${model}: ${bitsPerCharacter.toFixed(4)} bits per character`,
    `${characters} characters, ${unknown} of them unknown`,
  ].join("\n");
}

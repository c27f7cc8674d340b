import { readFileSync } from "node:fs";
import { type DigitModel, readDigitModel } from "./network.ts";

/** The shipped recogniser from disk; for the build, scripts and tests. */
export function readShippedDigits(folder = "public/models/digits"): DigitModel {
  const json: unknown = JSON.parse(readFileSync(`${folder}/model.json`, "utf8"));
  return readDigitModel(json, Uint8Array.from(readFileSync(`${folder}/weights.bin`)).buffer);
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Model, readModel } from "../../demos/kit/model-file.ts";

export const modelFolder = "public/models";

/** The names of the character models that the site ships. */
export function listShipped(folder = modelFolder): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name !== "digits" && existsSync(join(folder, name, "model.json")))
    .sort();
}

/** A shipped model from its flat file. Throws an Error that lists the names for an unknown one. */
export function readShipped(name: string, folder = modelFolder): Model {
  const names = listShipped(folder);
  if (!names.includes(name)) throw new Error(`unknown model ${name}: give ${names.join(", ")}`);
  const path = join(folder, name);
  const json: unknown = JSON.parse(readFileSync(join(path, "model.json"), "utf8"));
  const { buffer, byteOffset, byteLength } = readFileSync(join(path, "weights.bin"));
  return readModel(json, (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength));
}

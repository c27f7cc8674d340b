import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { measureOrtFiles } from "../../src/site/ort-files.ts";
import { readModel } from "../kit/model-file.ts";
import { parseModelHeader } from "../kit/model-header.ts";
import { measureHead } from "./head-statistics.ts";
import { locateModel } from "./load-model.ts";
import { findTop } from "./logit-lens.ts";
import { readNext } from "./next-token.ts";
import { type StoredRun, storeRun } from "./stored-run.ts";
import { createTokens, showCharacter } from "./tokens.ts";
import { runTransformer } from "./transformer.ts";
import { defaultView, type ModelId, modelIds } from "./view-state.ts";
import { readTransformer } from "./weights.ts";

/** What the page holds before any model is loaded: part of a real run, and what there is to load. */
export interface FirstView {
  run: StoredRun;
  contexts: Record<ModelId, number>; // the most tokens that each model reads
  sizes: Record<ModelId, number>; // bytes of the files to load
  onnx: Record<ModelId, number>; // bytes of the same model's ONNX file
  runtime: Record<"wasm" | "webgpu", number>; // bytes of the ONNX runtime
}

let stored: FirstView | undefined;

/** Runs the shipped model on the text that the page opens with; for the build only. */
export function readFirstView(): FirstView {
  stored ??= createFirstView(join(process.cwd(), "public"));
  return stored;
}

function createFirstView(root: string): FirstView {
  const folder = join(root, locateModel(defaultView.model));
  const model = readModel(
    JSON.parse(readFileSync(join(folder, "model.json"), "utf8")),
    Uint8Array.from(readFileSync(join(folder, "weights.bin"))).buffer,
  );
  const transformer = readTransformer(model);
  const contexts = forEachModel((id) => readContext(join(root, locateModel(id))));
  const { tokens, symbols } = createTokens(
    model.vocabulary,
    defaultView.text,
    contexts[defaultView.model],
  );
  const run = runTransformer(transformer, tokens);
  // The head with the clearest picture: the one that looks at the token before most.
  const heads = run.blocks.flatMap(({ heads: all }, layer) =>
    all.map(({ weights }, head) => ({ layer, head, ...measureHead(weights, tokens) })),
  );
  const clearest = heads.reduce((best, one) => (one.previous > best.previous ? one : best));
  const next = findTop(readNext(run), 12).map(({ token, probability }) => ({
    token,
    symbol: showCharacter(model.vocabulary[token] ?? ""),
    probability,
  }));
  const measure = (...names: string[]) =>
    forEachModel((id) => measureFiles(join(root, locateModel(id)), names));
  const { layer, head } = clearest;
  return {
    run: storeRun(run, { symbols, layer, head, next }),
    contexts,
    sizes: measure("model.json", "weights.bin"),
    onnx: measure("onnx/model.onnx"),
    runtime: { wasm: measureOrtFiles("wasm"), webgpu: measureOrtFiles("webgpu") },
  };
}

function forEachModel(find: (id: ModelId) => number): Record<ModelId, number> {
  return Object.fromEntries(modelIds.map((id) => [id, find(id)])) as Record<ModelId, number>;
}

/** The context length of a model that is shipped. */
function readContext(folder: string): number {
  const { config } = parseModelHeader(JSON.parse(readFileSync(join(folder, "model.json"), "utf8")));
  return Number(config["context"]);
}

/** Bytes of files in a folder; a file that is not there counts nothing. */
function measureFiles(folder: string, names: readonly string[]): number {
  return names.reduce(
    (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

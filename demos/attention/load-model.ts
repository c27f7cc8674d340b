import { type LoadOptions, loadBytes, loadJson } from "../kit/assets.ts";
import { parseModelHeader } from "../kit/model-header.ts";
import { Client } from "./client.ts";
import type { ModelId } from "./view-state.ts";

/** A model whose weights are in the page, and the Worker that runs it. */
export interface LoadedModel {
  id: ModelId;
  vocabulary: string[];
  context: number;
  shape: {
    layers: number;
    heads: number;
    width: number;
    mlp: number;
    context: number;
    vocabulary: number;
  };
  bytes: number; // of both files
  client: Client;
}

/** The folder of a model's files. */
export function locateModel(id: ModelId): string {
  return `models/${id}-transformer`;
}

/**
 * Loads header and weights; `onprogress` counts the bytes of both.
 * Throws AssetError when a file cannot be had, Error when the header is no model's.
 */
export async function loadModel(
  id: ModelId,
  { signal, onprogress }: { signal?: AbortSignal; onprogress?: (bytes: number) => void },
): Promise<LoadedModel> {
  let before = 0;
  const count: NonNullable<LoadOptions["onprogress"]> = (loaded) => onprogress?.(before + loaded);
  const folder = locateModel(id);
  const json = await loadJson(`${folder}/model.json`, { signal, onprogress: count });
  const { vocabulary, config } = parseModelHeader(json);
  before = new TextEncoder().encode(JSON.stringify(json)).length;
  const bytes = await loadBytes(`${folder}/weights.bin`, { signal, onprogress: count });
  const shape = { ...(config as LoadedModel["shape"]), vocabulary: vocabulary.length };
  return {
    id,
    vocabulary,
    context: shape.context,
    shape,
    bytes: before + bytes.length,
    client: new Client(json, bytes.buffer),
  };
}

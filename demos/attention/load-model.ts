import { loadBytes, loadJson } from "../kit/assets.ts";
import type { TransformerConfig } from "../kit/model-file.ts";
import { parseModelHeader } from "../kit/model-header.ts";
import { Client } from "./client.ts";
import type { ModelId } from "./view-state.ts";
import type { Shape } from "./weights.ts";

/** A model whose weights are in the page, and the Worker that runs it. */
export interface LoadedModel {
  id: ModelId;
  vocabulary: string[];
  context: number;
  shape: Shape;
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
  const folder = locateModel(id);
  let header = 0; // bytes
  const json = await loadJson(`${folder}/model.json`, {
    signal,
    onprogress(loaded) {
      header = loaded;
      onprogress?.(loaded);
    },
  });
  const { vocabulary, config } = parseModelHeader(json);
  const bytes = await loadBytes(`${folder}/weights.bin`, {
    signal,
    onprogress: (loaded) => onprogress?.(header + loaded),
  });
  // The Worker checks the sizes when it reads the weights.
  const shape: Shape = {
    ...(config as unknown as TransformerConfig),
    vocabulary: vocabulary.length,
  };
  return {
    id,
    vocabulary,
    context: shape.context,
    shape,
    bytes: header + bytes.length,
    client: new Client(json, bytes.buffer),
  };
}

import {
  AutoModel,
  AutoTokenizer,
  env,
  ModelRegistry,
  type Tensor,
} from "@huggingface/transformers";
import { loadOnnxRuntime } from "../kit/onnx-runtime.ts";
import { findAttentions, type Output } from "./attentions.ts";
import {
  type Folders,
  mostTokens,
  type Offer,
  type Order,
  type Report,
  type Run,
} from "./protocol.ts";
import { hubHost, type Source } from "./source.ts";

type Dtype = "fp32" | "fp16" | "q8" | "q4" | "q4f16" | "int8" | "uint8" | "bnb4";

let loaded: { key: string; tokenizer: Tokenizer; model: Model } | undefined;
type Tokenizer = Awaited<ReturnType<typeof AutoTokenizer.from_pretrained>>;
type Model = Awaited<ReturnType<typeof AutoModel.from_pretrained>>;

addEventListener("message", async ({ data }: MessageEvent<Order>) => {
  try {
    settle(data.source, data.folders);
    if (data.kind === "look") report({ kind: "looked", offers: await look(data.source.model) });
    else report({ kind: "ran", run: await run(data) });
  } catch (fault) {
    report({ kind: "failed", detail: fault instanceof Error ? fault.message : String(fault) });
  }
});

/** One place only: a model that is missing there is not looked for elsewhere. */
function settle({ place, host }: Source, { models }: Folders): void {
  env.allowLocalModels = place === "local";
  env.allowRemoteModels = place !== "local";
  env.localModelPath = models;
  env.remoteHost = host || hubHost;
}

/** The forms in which a model can be had, each with its files and their sizes. */
async function look(model: string): Promise<Offer[]> {
  const dtypes = await ModelRegistry.get_available_dtypes(model);
  const others = await ModelRegistry.get_tokenizer_files(model);
  return Promise.all(
    dtypes.map(async (dtype): Promise<Offer> => {
      const own = await ModelRegistry.get_model_files(model, { dtype: dtype as Dtype });
      const files = await Promise.all(
        [...new Set([...own, ...others])].map(async (name) => {
          const { size } = await ModelRegistry.get_file_metadata(model, name);
          return { name, bytes: size };
        }),
      );
      return { dtype, files };
    }),
  );
}

async function run(order: Extract<Order, { kind: "run" }>): Promise<Run> {
  const { tokenizer, model } = await load(order);
  const inputs = await tokenizer(order.text);
  const ids = Array.from((inputs["input_ids"] as Tensor).data as BigInt64Array, Number);
  if (ids.length > mostTokens) throw new Error(`too many tokens: ${ids.length} > ${mostTokens}`);
  const start = performance.now();
  const found = (await model(inputs)) as Record<string, unknown>;
  const ms = performance.now() - start;
  const tensors = Object.entries(found).filter((entry): entry is [string, Tensor] =>
    isTensor(entry[1]),
  );
  const outputs: Record<string, Output> = {};
  for (const [name, { dims, data, type }] of tensors) {
    if (type === "float32") outputs[name] = { dims, data: data as Float32Array };
  }
  return {
    tokens: ids.map((id) => tokenizer.decode([id], { skip_special_tokens: false }) || `#${id}`),
    attentions: findAttentions(outputs, ids.length),
    outputs: tensors.map(([name]) => name),
    device: order.device,
    ms,
  };
}

async function load({
  source,
  folders,
  dtype,
  device,
}: Extract<Order, { kind: "run" }>): Promise<{ tokenizer: Tokenizer; model: Model }> {
  const key = JSON.stringify([source, dtype, device]);
  if (loaded?.key === key) return loaded;
  const parts = new Map<string, { loaded: number; total: number }>();
  const count = (file: string, loaded: number, total: number) => {
    parts.set(file, { loaded, total });
    const sum = { loaded: 0, total: 0 };
    for (const part of parts.values()) {
      sum.loaded += part.loaded;
      sum.total += part.total;
    }
    report({ kind: "progress", ...sum });
  };
  const progress_callback = (event: {
    status: string;
    file?: string;
    loaded?: number;
    total?: number;
  }) => {
    if (event.status !== "progress" || event.file === undefined) return;
    count(event.file, event.loaded ?? 0, event.total ?? 0);
  };
  await loadOnnxRuntime(folders.runtime, device, (loaded, total) => count("", loaded, total));
  const tokenizer = await AutoTokenizer.from_pretrained(source.model, { progress_callback });
  const model = await AutoModel.from_pretrained(source.model, {
    dtype: dtype as Dtype,
    device,
    progress_callback,
  });
  loaded = { key, tokenizer, model };
  return loaded;
}

function isTensor(value: unknown): value is Tensor {
  return typeof value === "object" && value !== null && "dims" in value && "data" in value;
}

function report(message: Report): void {
  postMessage(message);
}

import { AutoModel, env, Tensor } from "@huggingface/transformers";
import type { OnnxOrder, OnnxReport } from "./onnx-protocol.ts";

addEventListener("message", ({ data }: MessageEvent<OnnxOrder>) => {
  run(data).catch((fault: unknown) => {
    report({ kind: "failed", detail: fault instanceof Error ? fault.message : String(fault) });
  });
});

async function run({ device, root, model, mjs, wasm, tokens }: OnnxOrder): Promise<void> {
  configure(root, mjs, wasm);
  const loaded = await AutoModel.from_pretrained(model, {
    device,
    dtype: "fp32", // the file named model.onnx; its weights are int8 inside
    progress_callback: (info: { status: string; file?: string; progress?: number }) => {
      if (info.status !== "progress" || !info.file) return;
      report({ kind: "progress", text: `${info.file} ${Math.round(info.progress ?? 0)}%` });
    },
  });
  const ids = BigInt64Array.from(tokens, BigInt);
  const input_ids = new Tensor("int64", ids, [1, tokens.length]);
  const start = performance.now();
  const { logits, attentions } = (await loaded({ input_ids })) as Record<string, Tensor>;
  if (!logits || !attentions) throw new Error("missing output: logits or attentions");
  const answer = {
    logits: Float32Array.from(logits.data as Float32Array),
    attentions: Float32Array.from(attentions.data as Float32Array),
  };
  report({ kind: "done", run: { ...answer, ms: performance.now() - start } });
}

function configure(root: string, mjs: string, wasm: string): void {
  env.allowLocalModels = true;
  env.allowRemoteModels = false;
  env.localModelPath = root;
  env.useWasmCache = false; // the cache loads the loader from a blob, which the site's policy refuses
  const { onnx } = env.backends;
  if (!onnx.wasm) throw new Error("missing wasm backend");
  onnx.wasm.wasmPaths = { mjs, wasm };
  onnx.wasm.numThreads = 1; // more need headers that a static host may not send
}

function report(message: OnnxReport): void {
  postMessage(message);
}

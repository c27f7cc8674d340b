import { AutoModel, env, Tensor } from "@huggingface/transformers";
import { loadOnnxRuntime } from "../kit/onnx-runtime.ts";
import type { OnnxOrder, OnnxReport } from "./onnx-protocol.ts";

addEventListener("message", ({ data }: MessageEvent<OnnxOrder>) => {
  run(data).catch((fault: unknown) => {
    report({ kind: "failed", detail: fault instanceof Error ? fault.message : String(fault) });
  });
});

async function run({ device, runtime, root, model, tokens }: OnnxOrder): Promise<void> {
  await loadOnnxRuntime(runtime, device, (loaded, total) => {
    if (total > 0)
      report({ kind: "progress", text: `ONNX ${Math.round((100 * loaded) / total)}%` });
  });
  env.allowLocalModels = true;
  env.allowRemoteModels = false;
  env.localModelPath = root;
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

function report(message: OnnxReport): void {
  postMessage(message);
}

import { assetUrl } from "../kit/assets.ts";
import type { OnnxDevice } from "../kit/onnx-runtime.ts";
import { Stopped } from "./client.ts";
import { locateModel } from "./load-model.ts";
import type { OnnxOrder, OnnxReport } from "./onnx-protocol.ts";
import type { ModelId } from "./view-state.ts";

/** What the ONNX file gives for a row of tokens. */
export interface OnnxRun {
  logits: Float32Array; // [T, V]
  attentions: Float32Array; // [layers, heads, T, T]
  ms: number; // of the run alone
}

/**
 * The ONNX file of a model in a Worker of its own, fresh for each engine: transformers.js keeps the
 * first failure of a realm for good (anchors: demos 6.3).
 */
export class OnnxEngine {
  readonly #worker: Worker;
  #reject: ((fault: unknown) => void) | undefined;
  readonly #order: Omit<OnnxOrder, "tokens">;

  constructor(model: ModelId, device: OnnxDevice) {
    this.#worker = new Worker(new URL("./onnx-worker.ts", import.meta.url), { type: "module" });
    const locate = (path: string) => new URL(assetUrl(path), location.href).href;
    const folder = locateModel(model);
    const cut = folder.lastIndexOf("/") + 1;
    this.#order = {
      device,
      runtime: locate("runtime/onnx/"),
      root: locate(folder.slice(0, cut)),
      model: folder.slice(cut),
    };
  }

  /** Rejects with Stopped, or with an Error that says what failed. */
  run(tokens: readonly number[], onprogress: (text: string) => void): Promise<OnnxRun> {
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      this.#worker.onerror = ({ message }) =>
        reject(new Error(message || "the worker did not start"));
      this.#worker.onmessage = ({ data }: MessageEvent<OnnxReport>) => {
        if (data.kind === "progress") onprogress(data.text);
        else if (data.kind === "done") resolve(data.run);
        else reject(new Error(data.detail));
      };
      this.#worker.postMessage({ ...this.#order, tokens: [...tokens] } satisfies OnnxOrder);
    });
  }

  stop(): void {
    this.#worker.terminate();
    this.#reject?.(new Stopped("stopped"));
  }
}

import { env } from "@huggingface/transformers";
import { gunzip, type LoadOptions, loadBytes } from "./assets.ts";

export type OnnxDevice = "wasm" | "webgpu";

/**
 * Loads the ONNX runtime of a device into transformers.js, which keeps one for the life of a Worker.
 * `folder` is the whole address of the runtime's folder, with a slash at the end. Throws AssetError.
 */
export async function loadOnnxRuntime(
  folder: string,
  device: OnnxDevice,
  onprogress: LoadOptions["onprogress"],
): Promise<void> {
  const { wasm } = env.backends.onnx;
  if (!wasm) throw new Error("missing wasm backend");
  if (wasm.wasmBinary) return;
  // What runs on the CPU alone is half as large as what also drives WebGPU.
  const name = `${folder}ort-wasm-simd-threaded${device === "webgpu" ? ".asyncify" : ""}`;
  wasm.wasmPaths = { mjs: `${name}.mjs` };
  wasm.wasmBinary = await gunzip(await loadBytes(`${name}.wasm.gz`, { onprogress }));
  wasm.numThreads = 1; // more need headers that a static host may not send
  env.useWasmCache = false; // the cache loads the loader from a blob, which the site's policy refuses
}

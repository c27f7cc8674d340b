import { AssetError, loadBytes } from "../../kit/assets.ts";
import { type Engine, EngineFault } from "./engine.ts";
import type { TensorLibrary } from "./tensor-cells.ts";
import type { WasmAddresses } from "./wasm-files.ts";

/** Loads the kernels that fit the browser and starts the backend; the device cannot be lost. */
export async function openWasm(
  tf: TensorLibrary,
  addresses: WasmAddresses,
): Promise<Pick<Engine, "adapter" | "isSoftware" | "loaded" | "lose" | "lost">> {
  if (typeof WebAssembly === "undefined") throw new EngineFault("no-api");
  const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
  const hasSimd = await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT");
  const bytes = await loadBytes(hasSimd ? addresses.simd : addresses.plain).catch((fault) => {
    throw fault instanceof AssetError ? new EngineFault("no-files", fault.message) : fault;
  });
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/wasm" }));
  try {
    // One thread: more would need headers that a static host cannot set.
    tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
    setWasmPaths({
      "tfjs-backend-wasm.wasm": url,
      "tfjs-backend-wasm-simd.wasm": url,
      "tfjs-backend-wasm-threaded-simd.wasm": url,
    });
    if (!(await tf.setBackend("wasm"))) throw new EngineFault("failed", "setBackend(wasm)");
    await tf.ready();
  } finally {
    URL.revokeObjectURL(url);
  }
  let reject: (fault: EngineFault) => void = () => {};
  const lost = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  lost.catch(() => {});
  const lose = () => reject(new EngineFault("lost", "the reader's wish"));
  return { adapter: "", isSoftware: false, loaded: bytes.length, lose, lost };
}

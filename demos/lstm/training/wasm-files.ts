/** Where the page finds the kernels of the wasm engine; the page resolves the addresses. */
export interface WasmAddresses {
  simd: string;
  plain: string;
}

/** Kernel files of the wasm engine on this site, served from the package that is installed. */
export const wasmFiles: Record<keyof WasmAddresses, string> = {
  simd: "tfjs-backend-wasm-simd.wasm",
  plain: "tfjs-backend-wasm.wasm",
};

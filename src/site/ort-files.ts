import { createReadStream, statSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/** Where the site serves the ONNX runtime from, below its base. */
export const ortFolder = "runtime/onnx";

/** The runtime's files: `asyncify` runs WebGPU and wasm, the plain pair wasm alone at half the size. */
export const ortFiles = [
  "ort-wasm-simd-threaded.asyncify.mjs",
  "ort-wasm-simd-threaded.asyncify.wasm",
  "ort-wasm-simd-threaded.mjs",
  "ort-wasm-simd-threaded.wasm",
];

const source = dirname(createRequire(import.meta.url).resolve("onnxruntime-web/wasm"));

/** Bytes that running on a device loads, unpacked. */
export function measureOrtFiles(device: "wasm" | "webgpu"): number {
  const names = ortFiles.filter((name) => name.includes("asyncify") === (device === "webgpu"));
  return names.reduce((sum, name) => sum + statSync(join(source, name)).size, 0);
}

/** Copies the ONNX runtime of the installed version into the site; no page loads it by itself. */
export function serveOrtFiles(): AstroIntegration {
  return {
    name: "ort-files",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        updateConfig({
          vite: {
            // The usual entry names its wasm by import.meta.url, and Vite would emit a second copy.
            resolve: { alias: { "onnxruntime-web/webgpu": join(source, "ort.webgpu.min.mjs") } },
            worker: { format: "es" }, // the runtime imports its loader while it runs
          },
        });
      },
      "astro:server:setup": ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const name = basename(new URL(request.url ?? "/", "http://localhost").pathname);
          const isRuntime = request.url?.includes(`/${ortFolder}/`) && ortFiles.includes(name);
          if (!isRuntime) return next();
          const type = name.endsWith(".mjs") ? "text/javascript" : "application/wasm";
          response.writeHead(200, { "content-type": type });
          createReadStream(join(source, name)).pipe(response);
        });
      },
      "astro:build:done": async ({ dir }) => {
        const target = join(fileURLToPath(dir), ortFolder);
        await mkdir(target, { recursive: true });
        await Promise.all(ortFiles.map((name) => copyFile(join(source, name), join(target, name))));
      },
    },
  };
}

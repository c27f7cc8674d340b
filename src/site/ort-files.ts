import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { AstroIntegration } from "astro";

/** Where the site serves the ONNX runtime from, below its base. */
const folder = "runtime/onnx";

// `asyncify` runs WebGPU and wasm, the plain pair wasm alone at half the size. The code is served
// packed: many hosts send wasm as it is, and some take no file of more than 25 MiB.
const loaders = ["ort-wasm-simd-threaded.asyncify.mjs", "ort-wasm-simd-threaded.mjs"];
const codes = ["ort-wasm-simd-threaded.asyncify.wasm.gz", "ort-wasm-simd-threaded.wasm.gz"];
const names = [...loaders, ...codes];

const source = dirname(createRequire(import.meta.url).resolve("onnxruntime-web/wasm"));
const { version } = JSON.parse(readFileSync(join(source, "../package.json"), "utf8")) as {
  version: string;
};
const packed = join(source, "../../.cache/onnxruntime-web", version);

/** Bytes that running on a device loads. */
export function measureOrtFiles(device: "wasm" | "webgpu"): number {
  const own = names.filter((name) => name.includes("asyncify") === (device === "webgpu"));
  return own.reduce((sum, name) => sum + statSync(provideFile(name)).size, 0);
}

/** Puts the ONNX runtime of the installed version into the site; no page loads it by itself. */
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
          if (!request.url?.includes(`/${folder}/`) || !names.includes(name)) return next();
          const type = name.endsWith(".mjs") ? "text/javascript" : "application/gzip";
          response.writeHead(200, { "content-type": type });
          createReadStream(provideFile(name)).pipe(response);
        });
      },
      "astro:build:done": async ({ dir }) => {
        const target = join(fileURLToPath(dir), folder);
        await mkdir(target, { recursive: true });
        await Promise.all(names.map((name) => copyFile(provideFile(name), join(target, name))));
      },
    },
  };
}

/** The path of a file to serve; code is packed once for each version, which takes seconds. */
function provideFile(name: string): string {
  if (loaders.includes(name)) return join(source, name);
  const path = join(packed, name);
  if (existsSync(path)) return path;
  mkdirSync(packed, { recursive: true });
  const unfinished = `${path}.${process.pid}`; // another build may be packing too
  writeFileSync(unfinished, gzipSync(readFileSync(join(source, name.slice(0, -".gz".length)))));
  renameSync(unfinished, path);
  return path;
}

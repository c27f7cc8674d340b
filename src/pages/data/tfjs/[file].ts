import { readFileSync } from "node:fs";
import type { APIRoute, GetStaticPaths } from "astro";
import { wasmFiles } from "../../../../demos/lstm/training/wasm-files.ts";

export const prerender = true;

export const getStaticPaths: GetStaticPaths = () =>
  Object.values(wasmFiles).map((file) => ({ params: { file } }));

/** The kernels of the wasm engine, from the package that is installed. */
export const GET: APIRoute<Record<string, never>, { file: string }> = ({ params }) =>
  new Response(readFileSync(`node_modules/@tensorflow/tfjs-backend-wasm/dist/${params.file}`), {
    headers: { "content-type": "application/wasm" },
  });

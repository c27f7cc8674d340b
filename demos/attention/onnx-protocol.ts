import type { OnnxDevice, OnnxRun } from "./onnx-engine.ts";

/** One run of an ONNX model; all addresses are whole, since a Worker has no page. */
export interface OnnxOrder {
  device: OnnxDevice;
  root: string; // folder of the models' folders, with a slash at the end
  model: string;
  mjs: string; // the runtime's loader
  wasm: string; // and its code
  tokens: number[];
}

export type OnnxReport =
  | { kind: "progress"; text: string }
  | { kind: "done"; run: OnnxRun }
  | { kind: "failed"; detail: string };

import type { OnnxDevice } from "../kit/onnx-runtime.ts";
import type { OnnxRun } from "./onnx-engine.ts";

/** One run of an ONNX model; all addresses are whole, since a Worker has no page. */
export interface OnnxOrder {
  device: OnnxDevice;
  runtime: string; // folder of the runtime, with a slash at the end
  root: string; // folder of the models' folders, with a slash at the end
  model: string;
  tokens: number[];
}

export type OnnxReport =
  | { kind: "progress"; text: string }
  | { kind: "done"; run: OnnxRun }
  | { kind: "failed"; detail: string };

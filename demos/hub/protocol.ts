import type { OnnxDevice } from "../kit/onnx-runtime.ts";
import type { Attentions } from "./attentions.ts";
import type { Source } from "./source.ts";

/** One file of a model. */
export interface ModelFile {
  name: string;
  bytes: number | undefined; // undefined when the server does not say
}

/** What can be loaded of a model, and how much it weighs. */
export interface Offer {
  dtype: string;
  files: ModelFile[];
}

export interface Run {
  tokens: string[];
  attentions: Attentions | undefined;
  outputs: string[]; // names of everything that the model gave back
  device: OnnxDevice;
  ms: number; // of the pass through the model
}

/** What the page tells the worker. */
export type Order =
  | { kind: "look"; source: Source; folders: Folders }
  | {
      kind: "run";
      source: Source;
      folders: Folders;
      dtype: string;
      device: OnnxDevice;
      text: string;
    };

export interface Folders {
  models: string; // path from the root of the server, with a slash at the end
  runtime: string; // address of the ONNX runtime, with a slash at the end
}

export type Report =
  | { kind: "looked"; offers: Offer[] }
  | { kind: "progress"; loaded: number; total: number }
  | { kind: "ran"; run: Run }
  | { kind: "failed"; detail: string };

/** The longest text: an attention matrix grows with its square. */
export const mostTokens = 64;

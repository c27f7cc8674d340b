import type { Bilingual } from "../../src/site/languages.ts";
import type { Shown } from "./recognise.ts";
import type { Stroke } from "./strokes.ts";

/** To the worker: where the files are, once, and then drawings. */
export type Order =
  | { kind: "load"; header: string; weights: string }
  | { kind: "read"; strokes: Stroke[] };

/** From the worker; each "read" gets one answer. */
export type Report =
  | { kind: "loaded" }
  | { kind: "shown"; shown: Shown | undefined; ms: number }
  | { kind: "failed"; sentence: Bilingual };

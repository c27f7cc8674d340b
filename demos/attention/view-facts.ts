import type { Bilingual } from "../../src/site/languages.ts";
import { AssetError } from "../kit/assets.ts";
import type { SamplingOptions } from "../kit/sampling.ts";
import type { Sheet } from "./sheet.ts";
import { defaultView, type View } from "./view-state.ts";

/** The key that the usual query looks at most. */
export function findStrongest({ weights, T }: Sheet, layer: number, head: number): number {
  const row = weights(layer, head).subarray(defaultView.query * T, (defaultView.query + 1) * T);
  return row.reduce((best, weight, j) => (weight > (row[best] ?? 0) ? j : best), 0);
}

/** The sampling of a view, as the kit takes it. */
export function samplingOf({ temperature, topK, topP }: View): SamplingOptions {
  return { temperature, topK: topK || undefined, topP };
}

/** Whether a change of the view asks for a new run. */
export function isComputed(patch: Partial<View>): boolean {
  const keys = ["text", "mask", "positions", "divisor", "zeroed", "edits", "order"] as const;
  return keys.some((key) => patch[key] !== undefined);
}

/** Whether the view departs from what the model was trained for. */
export function isDeparture({ mask, positions, divisor, zeroed, edits, order }: View): boolean {
  const lists = zeroed.length + edits.length + order.length;
  return mask !== "causal" || positions !== "learned" || divisor !== 0 || lists > 0;
}

/** One sentence for the reader on a load or a run that failed. */
export function explain(fault: unknown): Bilingual {
  if (fault instanceof AssetError) return fault.sentence;
  const detail = fault instanceof Error ? fault.message : String(fault);
  return {
    zh: `没有算出来：${detail}。请重试。`,
    en: `The model did not run: ${detail}. Try again.`,
  };
}

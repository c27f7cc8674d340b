import { softmax } from "../kit/softmax.ts";
import { normalizeRows } from "./layer-norm.ts";
import type { Run } from "./run.ts";
import { readOut } from "./transformer.ts";
import type { Transformer } from "./weights.ts";

/** What the model would say if it stopped here (logit lens, nostalgebraist 2020). */
export interface LensRow {
  layer: number; // 0 is the embedding, `layers` the whole model
  top: { token: number; probability: number }[];
}

/** The most probable next tokens of row `t` after every layer. */
export function readLens(model: Transformer, run: Run, t: number, count = 5): LensRow[] {
  const { width: D } = run;
  const states = [run.blocks[0]?.input, ...run.blocks.map(({ output }) => output)];
  return states.map((X, layer) => {
    const row = (X ?? new Float32Array()).slice(t * D, (t + 1) * D); // [1, D]
    const p = softmax(readOut(model, normalizeRows(row, D, model.norm)));
    return { layer, top: findTop(p, count) };
  });
}

/** The largest of p with their places, in falling order. */
export function findTop(p: Float32Array, count: number): { token: number; probability: number }[] {
  const top: { token: number; probability: number }[] = [];
  for (let token = 0; token < p.length; token++) {
    const probability = p[token] ?? 0;
    if (top.length === count && probability <= (top.at(-1)?.probability ?? 0)) continue;
    const at = top.findIndex((one) => one.probability < probability);
    top.splice(at < 0 ? top.length : at, 0, { token, probability });
    top.length = Math.min(top.length, count);
  }
  return top;
}

import type { Corpus } from "./corpus.ts";
import type { Written } from "./writing.ts";

/** How cells are ranked. */
export const cellOrders = ["swing", "verse", "line", "break"] as const;

export type CellOrder = (typeof cellOrders)[number];

export interface RankedCell {
  layer: number;
  cell: number;
  score: number; // standard deviation, or correlation with its sign
}

/** tanh(c) of one cell after each character, −1 to 1; [characters]. */
export function traceCell(text: readonly Written[], layer: number, cell: number): Float32Array {
  return Float32Array.from(text, ({ step }) => Math.tanh(step.layers[layer]?.c[cell] ?? 0));
}

/**
 * The cells that stand out in a text, best first: `swing` by the standard deviation of tanh(c);
 * `verse` by its correlation with the number of the line in its poem or speech, `line` with the
 * place in the line, `break` with whether the next character is no letter.
 */
export function rankCells(
  text: readonly Written[],
  order: CellOrder,
  corpus: Corpus,
  count: number,
): RankedCell[] {
  const feature = order === "swing" ? undefined : measure(text, order, corpus);
  const layers = text[0]?.step.layers ?? [];
  const ranked = layers.flatMap(({ c }, layer) =>
    Array.from(c, (_, cell) => {
      const trace = traceCell(text, layer, cell);
      const score = feature ? correlate(trace, feature) : Math.sqrt(covary(trace, trace));
      return { layer, cell, score };
    }),
  );
  return ranked.sort((a, b) => Math.abs(b.score) - Math.abs(a.score)).slice(0, count);
}

function measure(text: readonly Written[], order: CellOrder, corpus: Corpus): Float32Array {
  if (order === "break") {
    return Float32Array.from(text, (_, t) => (isBreak(text[t + 1]?.character) ? 1 : 0));
  }
  let place = 0;
  let verse = 0;
  return Float32Array.from(text, ({ character }, t) => {
    const isEnd = character === "\n";
    const isNewText = isEnd && (corpus.hasOwnLines || text[t - 1]?.character === "\n");
    const isNewLine = isEnd || corpus.lineMarks.includes(character);
    place = isNewLine ? 0 : place + 1;
    if (isNewText) verse = 0;
    else if (isNewLine) verse += 1;
    return order === "verse" ? verse : place;
  });
}

const isBreak = (character: string | undefined): boolean =>
  character !== undefined && !/\p{L}/u.test(character);

/** Pearson's correlation; 0 where one of the two does not vary. */
function correlate(a: Float32Array, b: Float32Array): number {
  const spread = Math.sqrt(covary(a, a) * covary(b, b));
  return spread > 0 ? covary(a, b) / spread : 0;
}

function covary(a: Float32Array, b: Float32Array): number {
  const n = a.length || 1;
  let meanA = 0;
  let meanB = 0;
  for (let t = 0; t < a.length; t++) {
    meanA += (a[t] ?? 0) / n;
    meanB += (b[t] ?? 0) / n;
  }
  let sum = 0;
  for (let t = 0; t < a.length; t++) sum += ((a[t] ?? 0) - meanA) * ((b[t] ?? 0) - meanB);
  return sum / n;
}

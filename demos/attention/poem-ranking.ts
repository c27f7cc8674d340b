import type { HeadPlace } from "./options.ts";
import { measurePlace, type PoemPlace, type PoemShare, poemPlaces } from "./poem-heads.ts";

export type HeadShare = HeadPlace & PoemShare;

/** The heads that put most weight on each place: `attentions` per poem, layer and head, [T, T]. */
export function rankHeads(
  attentions: readonly Float32Array[][][],
  symbols: readonly (readonly string[])[],
  count: number,
): { place: PoemPlace; best: HeadShare[] }[] {
  return poemPlaces.map((place) => {
    const all: HeadShare[] = (attentions[0] ?? []).flatMap((heads, layer) =>
      heads.map((_, head) => {
        const poems = attentions.map((poem, i) => ({
          symbols: symbols[i] ?? [],
          weights: poem[layer]?.[head] ?? new Float32Array(),
        }));
        return { layer, head, ...measurePlace(place, poems) };
      }),
    );
    return { place, best: all.sort((a, b) => b.share - a.share).slice(0, count) };
  });
}

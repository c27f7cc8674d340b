/** Where a head may look in a poem, by what it means for verse. */
export const poemPlaces = ["line-back", "next-place", "rhyme", "previous"] as const;
export type PoemPlace = (typeof poemPlaces)[number];

/** How much weight a head puts on a place, and how much equal weights would. */
export interface PoemShare {
  share: number; // 0–1, mean over the queries that have such a place
  chance: number; // 0–1, the same with equal weights on all visible tokens
  queries: number;
}

const marks = /[，。！？；、,.!?;]/;

/** The lines of a poem as token places, the mark left out; undefined where it is no regular verse. */
export function findLines(symbols: readonly string[]): { start: number; length: number }[] {
  const lines: { start: number; length: number }[] = [];
  let start = 1; // after the start token
  for (let t = 1; t < symbols.length; t++) {
    if (!marks.test(symbols[t] ?? "")) continue;
    lines.push({ start, length: t - start });
    start = t + 1;
  }
  return lines;
}

/** The number of characters in a line, where all full lines agree and it is 5 or 7; else undefined. */
export function findMetre(symbols: readonly string[]): number | undefined {
  const lengths = new Set(findLines(symbols).map(({ length }) => length));
  const [length] = lengths;
  return lengths.size === 1 && (length === 5 || length === 7) ? length : undefined;
}

/** For each query the keys that a place means: [T] lists. */
export function locatePlace(place: PoemPlace, symbols: readonly string[]): number[][] {
  const metre = findMetre(symbols);
  return symbols.map((_, t) => {
    if (place === "previous") return t >= 1 ? [t - 1] : [];
    if (metre === undefined) return [];
    if (place === "rhyme") return findRhymes(t, metre, symbols.length);
    const key = t - (metre + 1) + (place === "next-place" ? 1 : 0);
    return key >= 1 ? [key] : [];
  });
}

/** Earlier ends of lines, for the query whose next character ends an even line, and so rhymes. */
function findRhymes(t: number, metre: number, T: number): number[] {
  const line = Math.floor((t - 1) / (metre + 1)); // from 0
  const isBeforeRhyme = (t - 1) % (metre + 1) === metre - 2 && line % 2 === 1;
  if (!isBeforeRhyme || t >= T) return [];
  const ends = Array.from({ length: line }, (_, i) => (i + 1) * (metre + 1) - 1);
  // The first line may rhyme or not; after it only even lines do.
  return ends.filter((_, i) => i === 0 || i % 2 === 1);
}

/** The mean weight on a place over several poems: `heads` are weights [T, T] of one head. */
export function measurePlace(
  place: PoemPlace,
  poems: readonly { symbols: readonly string[]; weights: Float32Array }[],
): PoemShare {
  let share = 0;
  let chance = 0;
  let queries = 0;
  for (const { symbols, weights } of poems) {
    const T = symbols.length;
    for (const [t, keys] of locatePlace(place, symbols).entries()) {
      if (keys.length === 0) continue;
      queries += 1;
      chance += keys.length / (t + 1);
      for (const key of keys) share += weights[t * T + key] ?? 0;
    }
  }
  const n = Math.max(1, queries);
  return { share: share / n, chance: chance / n, queries };
}

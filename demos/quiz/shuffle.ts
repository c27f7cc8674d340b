import { createRandom, shuffleIndices } from "../kit/random.ts";

/** The items in an order that depends on the seed alone; seed 0 keeps them as they are. */
export function shuffle<T>(items: readonly T[], seed: number): T[] {
  if (seed === 0) return [...items];
  const order = shuffleIndices(items.length, createRandom(seed));
  return [...order].flatMap((i) => items.slice(i, i + 1));
}

/** The order in which the options of a question are shown: indices in the file. */
export function orderOptions(id: string, count: number, seed: number): number[] {
  const indices = Array.from({ length: count }, (_, i) => i);
  return shuffle(indices, seed === 0 ? 0 : mix(id, seed));
}

// FNV-1a over the id, from the seed on, so that each question is shuffled in its own way.
function mix(id: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) | 0;
  for (const character of id) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash === 0 ? 1 : hash;
}

import type { ForwardOptions, HeadPlace } from "./options.ts";

/** The weights of a head after the reader's hand: given matrices first, then single weights. */
export function applyEdits(
  weights: Float32Array<ArrayBuffer>,
  T: number,
  { layer, head }: HeadPlace,
  { given = [], edits = [] }: Pick<ForwardOptions, "given" | "edits">,
): Float32Array<ArrayBuffer> {
  const isHere = (one: HeadPlace) => one.layer === layer && one.head === head;
  const own = given.find(isHere);
  if (own && own.weights.length !== T * T)
    throw new RangeError(`invalid weights: ${own.weights.length} numbers, not ${T} × ${T}`);
  const adjusted = own ? Float32Array.from(own.weights) : weights;
  for (const { query, key, weight } of edits.filter(isHere)) {
    if (query < T && key < T) setWeight(adjusted.subarray(query * T, (query + 1) * T), key, weight);
  }
  return adjusted;
}

/** Sets one weight of a row in place and scales the others, so that the row still sums to one. */
export function setWeight(row: Float32Array, key: number, weight: number): void {
  let rest = 0;
  for (let j = 0; j < row.length; j++) if (j !== key) rest += row[j] ?? 0;
  if (rest === 0) {
    row[key] = 1; // nothing else can take what is left over
    return;
  }
  const factor = (1 - weight) / rest;
  for (let j = 0; j < row.length; j++) row[j] = j === key ? weight : (row[j] ?? 0) * factor;
}

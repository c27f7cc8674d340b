import { squaredDistance, type Vectors } from "./vectors.ts";

const SLACK = 0.001; // absolute, the default of ann-benchmarks

/**
 * Share of the first k answers that are no farther than the true k-th neighbour, with a slack of
 * 0.001 (rule of ann-benchmarks, `ann_benchmarks/plotting/metrics.py`). Ties count, missing answers
 * do not. found: Euclidean distances of the answers; kth: distance of the true k-th neighbour.
 */
export function measureRecall(found: ArrayLike<number>, kth: number, k: number): number {
  let hits = 0;
  for (let rank = 0; rank < Math.min(k, found.length); rank++) {
    if ((found[rank] ?? Number.POSITIVE_INFINITY) <= kth + SLACK) hits++;
  }
  return hits / k;
}

/**
 * Euclidean distances of the answers, computed anew from the vectors, whatever the index thought.
 * @throws RangeError for an answer that names a vector twice or names none
 */
export function measureDistances(
  base: Vectors,
  query: Float32Array,
  ids: Int32Array,
): Float64Array {
  const seen = new Set<number>();
  return Float64Array.from(ids, (id) => {
    if (id < 0 || id >= base.count) throw new RangeError(`unknown vector ${id} in an answer`);
    if (seen.has(id)) throw new RangeError(`duplicate vector ${id} in an answer`);
    seen.add(id);
    return Math.sqrt(squaredDistance(base.values, id * base.d, query, 0, base.d));
  });
}

import type { Random } from "../../kit/random.ts";
import { searchExact } from "./exact.ts";
import { findCentroids, findNearestRow } from "./k-means.ts";
import { NearestHeap } from "./nearest-heap.ts";
import { squaredDistance, type Vectors } from "./vectors.ts";

/** Vectors sorted into the cells of a k-means partition (Jégou, Douze and Schmid, 2011). */
export interface InvertedFile {
  base: Vectors;
  centroids: Vectors; // [nlist, d]
  starts: Int32Array; // [nlist + 1], where each list begins in `members`
  members: Int32Array; // [n], ids, list after list
}

/** @throws RangeError when there are more lists than vectors */
export function* buildInvertedFile(
  base: Vectors,
  { nlist }: { nlist: number },
  random: Random,
): Generator<number, InvertedFile> {
  if (nlist > base.count)
    throw new RangeError(`invalid nlist ${nlist}: only ${base.count} vectors`);
  const training = findCentroids(base, nlist, random);
  let step = training.next();
  for (; !step.done; step = training.next()) yield 0.8 * step.value;
  const centroids = step.value;

  const cells = new Int32Array(base.count);
  const starts = new Int32Array(nlist + 1);
  for (let id = 0; id < base.count; id++) {
    const cell = findNearestRow(centroids, base.values, id * base.d);
    cells[id] = cell;
    starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
    if (id % 32 === 31) yield 0.8 + (0.2 * id) / base.count;
  }
  for (let cell = 0; cell < nlist; cell++) {
    starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0);
  }
  const next = starts.slice();
  const members = new Int32Array(base.count);
  for (const [id, cell] of cells.entries()) {
    const place = next[cell] ?? 0;
    members[place] = id;
    next[cell] = place + 1;
  }
  return { base, centroids, starts, members };
}

/** Ids of the k nearest in the nprobe cells nearest to the query. query: [d] → [≤ k] */
export function searchInvertedFile(
  { base, centroids, starts, members }: InvertedFile,
  query: Float32Array,
  k: number,
  nprobe: number,
): Int32Array {
  const { d, values } = base;
  const nearest = new NearestHeap(Math.min(k, base.count));
  for (const cell of searchExact(centroids, query, nprobe)) {
    const end = starts[cell + 1] ?? 0;
    for (let place = starts[cell] ?? 0; place < end; place++) {
      const id = members[place] ?? 0;
      const distance = squaredDistance(values, id * d, query, 0, d);
      if (distance <= nearest.bound) nearest.offer(distance, id);
    }
  }
  return nearest.drain();
}

/** Bytes that the index adds to the vectors. */
export function countInvertedFileBytes({ centroids, starts, members }: InvertedFile): number {
  return centroids.values.byteLength + starts.byteLength + members.byteLength;
}

import { NearestHeap } from "./nearest-heap.ts";
import { squaredDistance, type Vectors } from "./vectors.ts";

/** Ids of the k nearest vectors, near to far, by computing every distance. query: [d] → [k] */
export function searchExact(base: Vectors, query: Float32Array, k: number): Int32Array {
  const { count, d, values } = base;
  const nearest = new NearestHeap(Math.min(k, count));
  for (let id = 0; id < count; id++) {
    const distance = squaredDistance(values, id * d, query, 0, d);
    if (distance <= nearest.bound) nearest.offer(distance, id);
  }
  return nearest.drain();
}

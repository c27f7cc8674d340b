import { NearestHeap } from "./nearest-heap.ts";
import type { PriorityQueue } from "./priority-queue.ts";
import { squaredDistance, type Vectors } from "./vectors.ts";

/**
 * A hierarchical navigable small world graph (Malkov and Yashunin, 2018, arXiv:1603.09320). A node
 * of level l has lists on the layers 0 … l; a list is a count followed by its ids.
 */
export interface Hnsw {
  base: Vectors;
  M: number;
  levels: Uint8Array; // [n], top layer of each node
  starts: Int32Array; // [n], where the lists of a node begin in `links`
  links: Int32Array;
  entry: number; // a node of the top layer; −1 while the graph is empty
  scratch: Scratch;
}

/** What a walk needs, kept between walks. A node is visited when its mark is the current one. */
interface Scratch {
  marks: Int32Array; // [n]
  mark: number;
  open: PriorityQueue;
}

/** Most neighbours on a layer: twice as many at the bottom (paper, section 4.1). */
export function readDegree(M: number, layer: number): number {
  return layer === 0 ? 2 * M : M;
}

/** Where the list of a node on a layer begins in `links`. */
export function findList({ M, starts }: Hnsw, node: number, layer: number): number {
  const start = starts[node] ?? 0;
  return layer === 0 ? start : start + 1 + 2 * M + (layer - 1) * (1 + M);
}

/** Ids of the k nearest found by a walk that keeps max(ef, k) nodes. query: [d] → [≤ k] */
export function searchHnsw(graph: Hnsw, query: Float32Array, k: number, ef: number): Int32Array {
  if (graph.entry < 0) return new Int32Array(0);
  let node = graph.entry;
  for (let layer = graph.levels[node] ?? 0; layer > 0; layer--) {
    node = descend(graph, query, 0, node, layer);
  }
  const nearest = new NearestHeap(Math.max(ef, k));
  walkLayer(graph, query, 0, node, 0, nearest);
  return nearest.drain().subarray(0, k);
}

/** The node where a greedy walk on one layer ends. */
export function descend(
  graph: Hnsw,
  values: Float32Array,
  at: number,
  from: number,
  layer: number,
): number {
  const { base, links } = graph;
  let node = from;
  let least = squaredDistance(base.values, node * base.d, values, at, base.d);
  for (let improved = true; improved; ) {
    improved = false;
    const list = findList(graph, node, layer);
    const end = list + (links[list] ?? 0);
    for (let place = list + 1; place <= end; place++) {
      const neighbour = links[place] ?? 0;
      const distance = squaredDistance(base.values, neighbour * base.d, values, at, base.d);
      if (distance < least) {
        least = distance;
        node = neighbour;
        improved = true;
      }
    }
  }
  return node;
}

/** Best-first walk (paper, algorithm 2): fills `nearest`, whose capacity is ef. */
export function walkLayer(
  graph: Hnsw,
  values: Float32Array,
  at: number,
  from: number,
  layer: number,
  nearest: NearestHeap,
): void {
  const { base, links, scratch } = graph;
  const { marks, open } = scratch;
  const mark = ++scratch.mark;
  open.clear();
  const first = squaredDistance(base.values, from * base.d, values, at, base.d);
  nearest.offer(first, from);
  open.push(first, from);
  marks[from] = mark;
  while (open.size > 0 && open.key <= nearest.bound) {
    const list = findList(graph, open.pop(), layer);
    const end = list + (links[list] ?? 0);
    for (let place = list + 1; place <= end; place++) {
      const neighbour = links[place] ?? 0;
      if (marks[neighbour] === mark) continue;
      marks[neighbour] = mark;
      const distance = squaredDistance(base.values, neighbour * base.d, values, at, base.d);
      if (distance < nearest.bound) {
        nearest.offer(distance, neighbour);
        open.push(distance, neighbour);
      }
    }
  }
}

/** Bytes that the graph adds to the vectors, without the marks of a walk. */
export function countHnswBytes({ levels, starts, links }: Hnsw): number {
  return levels.byteLength + starts.byteLength + links.byteLength;
}

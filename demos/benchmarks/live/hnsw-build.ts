import type { Random } from "../../kit/random.ts";
import { descend, findList, type Hnsw, readDegree, walkLayer } from "./hnsw.ts";
import { NearestHeap } from "./nearest-heap.ts";
import { PriorityQueue } from "./priority-queue.ts";
import { squaredDistance, type Vectors } from "./vectors.ts";

export interface HnswPlan {
  M: number;
  efConstruction: number;
}

const TOP = 15; // layers above this one would be empty for any n that fits in memory

/** Inserts one vector after the other, yielding the share done (paper, algorithm 1). */
export function* buildHnsw(
  base: Vectors,
  { M, efConstruction }: HnswPlan,
  random: Random,
): Generator<number, Hnsw> {
  const graph = createGraph(base, M, random);
  const nearest = new NearestHeap(Math.max(efConstruction, M));
  for (let node = 0; node < base.count; node++) {
    insertNode(graph, node, nearest);
    if (node % 8 === 7) yield node / base.count;
  }
  return graph;
}

/** Levels fall off exponentially with mean 1 / ln M, so one node in M rises a layer. */
function createGraph(base: Vectors, M: number, random: Random): Hnsw {
  const { count } = base;
  const levels = new Uint8Array(count);
  const starts = new Int32Array(count);
  let size = 0;
  for (let node = 0; node < count; node++) {
    const level = Math.floor(-Math.log(1 - random.uniform()) / Math.log(M));
    levels[node] = Math.min(level, TOP);
    starts[node] = size;
    size += 1 + readDegree(M, 0) + Math.min(level, TOP) * (1 + M);
  }
  const scratch = { marks: new Int32Array(count), mark: 0, open: new PriorityQueue() };
  return { base, M, levels, starts, links: new Int32Array(size), entry: -1, scratch };
}

function insertNode(graph: Hnsw, node: number, nearest: NearestHeap): void {
  const { base, levels, links, M } = graph;
  const level = levels[node] ?? 0;
  if (graph.entry < 0) {
    graph.entry = node;
    return;
  }
  const at = node * base.d;
  const top = levels[graph.entry] ?? 0;
  let near = graph.entry;
  for (let layer = top; layer > level; layer--) near = descend(graph, base.values, at, near, layer);
  for (let layer = Math.min(top, level); layer >= 0; layer--) {
    walkLayer(graph, base.values, at, near, layer, nearest);
    const found = nearest.drain();
    near = found[0] ?? near;
    const list = findList(graph, node, layer);
    const chosen = selectNeighbours(base, node, found, M);
    links[list] = chosen.length;
    links.set(chosen, list + 1);
    for (const neighbour of chosen) linkBack(graph, neighbour, node, layer);
  }
  if (level > top) graph.entry = node;
}

/**
 * Heuristic choice (paper, algorithm 4, without extension or refill): from near to far, a candidate
 * stays when it is nearer to the node than to every one chosen before, so that the links point in
 * different directions and reach across clusters. candidates: near to far → at most `most` ids
 */
export function selectNeighbours(
  { d, values }: Vectors,
  node: number,
  candidates: Int32Array,
  most: number,
): Int32Array {
  const chosen = new Int32Array(Math.min(most, candidates.length));
  let size = 0;
  for (const candidate of candidates) {
    if (size === chosen.length) break;
    const distance = squaredDistance(values, candidate * d, values, node * d, d);
    let isDiverse = true;
    for (let i = 0; isDiverse && i < size; i++) {
      const other = (chosen[i] ?? 0) * d;
      isDiverse = squaredDistance(values, candidate * d, values, other, d) >= distance;
    }
    if (isDiverse) chosen[size++] = candidate;
  }
  return chosen.subarray(0, size);
}

/** Adds `node` to the list of `owner`; a full list is chosen anew from itself and the newcomer. */
function linkBack(graph: Hnsw, owner: number, node: number, layer: number): void {
  const { base, links, M } = graph;
  const most = readDegree(M, layer);
  const list = findList(graph, owner, layer);
  const size = links[list] ?? 0;
  if (size < most) {
    links[list] = size + 1;
    links[list + 1 + size] = node;
    return;
  }
  const { d, values } = base;
  const rivals = new NearestHeap(most + 1);
  rivals.offer(squaredDistance(values, node * d, values, owner * d, d), node);
  for (let place = list + 1; place <= list + size; place++) {
    const rival = links[place] ?? 0;
    rivals.offer(squaredDistance(values, rival * d, values, owner * d, d), rival);
  }
  const chosen = selectNeighbours(base, owner, rivals.drain(), most);
  links[list] = chosen.length;
  links.set(chosen, list + 1);
}

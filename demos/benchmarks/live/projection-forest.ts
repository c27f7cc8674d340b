import type { Random } from "../../kit/random.ts";
import { cutCell, type Plane, project } from "./hyperplane.ts";
import { NearestHeap } from "./nearest-heap.ts";
import { PriorityQueue } from "./priority-queue.ts";
import { squaredDistance, type Vectors } from "./vectors.ts";

/**
 * Trees that halve space by random hyperplanes (Dasgupta and Freund, 2008). As in Annoy, a plane
 * lies midway between two random points of the cell, and all trees share one queue in a search.
 */
export interface ProjectionForest {
  base: Vectors;
  roots: Int32Array; // [trees]
  nodes: TreeNode[];
}

type TreeNode = { members: Int32Array } | (Plane & { below: number; above: number }); // node numbers

export interface ForestPlan {
  trees: number;
  leaf: number; // most vectors that a leaf may hold
}

export function* buildProjectionForest(
  base: Vectors,
  { trees, leaf }: ForestPlan,
  random: Random,
): Generator<number, ProjectionForest> {
  const nodes: TreeNode[] = [];
  const roots = new Int32Array(trees);
  for (let tree = 0; tree < trees; tree++) {
    let settled = 0;
    roots[tree] =
      nodes.push({ members: Int32Array.from({ length: base.count }, (_, id) => id) }) - 1;
    const open = [roots[tree] ?? 0];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const node = nodes[at];
      if (!node || !("members" in node)) continue;
      if (node.members.length <= leaf) settled += node.members.length;
      else {
        const { plane, sides } = cutCell(base, node.members, random);
        const below = nodes.push({ members: sides[0] }) - 1;
        const above = nodes.push({ members: sides[1] }) - 1;
        nodes[at] = { ...plane, below, above };
        open.push(above, below);
      }
      yield (tree + settled / base.count) / trees;
    }
  }
  return { base, roots, nodes };
}

/**
 * Ids of the k nearest among at least `budget` candidates (all there are, when fewer), the cells
 * taken in the order of their margin to the query. query: [d] → [≤ k]
 */
export function searchProjectionForest(
  { base, roots, nodes }: ProjectionForest,
  query: Float32Array,
  k: number,
  budget: number,
): Int32Array {
  const { d, values } = base;
  const queue = new PriorityQueue(); // key: −(smallest margin on the way)
  for (const root of roots) queue.push(Number.NEGATIVE_INFINITY, root);
  const nearest = new NearestHeap(Math.min(k, base.count));
  const seen = new Uint8Array(base.count);
  let candidates = 0;
  while (candidates < budget && queue.size > 0) {
    const key = queue.key;
    const node = nodes[queue.pop()];
    if (!node) break;
    if ("members" in node) {
      for (const id of node.members) {
        if (seen[id] === 1) continue;
        seen[id] = 1;
        candidates++;
        const distance = squaredDistance(values, id * d, query, 0, d);
        if (distance <= nearest.bound) nearest.offer(distance, id);
      }
    } else {
      const margin = project(base, node, query, 0) - node.offset;
      queue.push(Math.max(key, -margin), node.above);
      queue.push(Math.max(key, margin), node.below);
    }
  }
  return nearest.drain();
}

/** Bytes that the forest adds to the vectors: ids of the leaves, and 24 for an inner node. */
export function countForestBytes({ nodes, roots }: ProjectionForest): number {
  return nodes.reduce(
    (bytes, node) => bytes + ("members" in node ? node.members.byteLength : 24),
    roots.byteLength,
  );
}

import type { Random } from "../../kit/random.ts";
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

type TreeNode =
  | { members: Int32Array } // leaf
  | { normal: Float32Array; offset: number; below: number; above: number }; // node numbers

export interface ForestPlan {
  trees: number;
  leaf: number; // most vectors that a leaf may hold
}

const TRIES = 3; // planes drawn before a cell is cut at random
const LOPSIDED = 0.95; // a cut that leaves more than this share on one side is no cut

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
        const { normal, offset, sides } = cutCell(base, node.members, random);
        const below = nodes.push({ members: sides[0] }) - 1;
        const above = nodes.push({ members: sides[1] }) - 1;
        nodes[at] = { normal, offset, below, above };
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
      const margin = project(node.normal, query, 0, d) - node.offset;
      queue.push(Math.max(key, -margin), node.above);
      queue.push(Math.max(key, margin), node.below);
    }
  }
  return nearest.drain();
}

/** Bytes that the forest adds to the vectors; 12 for the numbers of an inner node. */
export function countForestBytes({ nodes, roots }: ProjectionForest): number {
  return nodes.reduce(
    (bytes, node) =>
      bytes + ("members" in node ? node.members.byteLength : node.normal.byteLength + 12),
    roots.byteLength,
  );
}

interface Cut {
  normal: Float32Array; // [d], length 1, so that a margin is a distance
  offset: number;
  sides: [Int32Array, Int32Array];
}

function cutCell(base: Vectors, members: Int32Array, random: Random): Cut {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const plane = drawPlane(base, members, random);
    if (!plane) continue;
    const sides = splitMembers(members, (id) => {
      return project(plane.normal, base.values, id * base.d, base.d) >= plane.offset;
    });
    const larger = Math.max(sides[0].length, sides[1].length);
    if (larger <= LOPSIDED * members.length) return { ...plane, sides };
  }
  // Equal vectors cannot be cut by a plane: split by place, and let a search look on both sides.
  const middle = members.length >> 1;
  return {
    normal: new Float32Array(base.d),
    offset: 0,
    sides: [members.slice(0, middle), members.slice(middle)],
  };
}

/** The plane midway between two different members; nothing when the two drawn are equal. */
function drawPlane(
  { d, values }: Vectors,
  members: Int32Array,
  random: Random,
): { normal: Float32Array; offset: number } | undefined {
  const p = (members[random.integer(members.length)] ?? 0) * d;
  const q = (members[random.integer(members.length)] ?? 0) * d;
  const length = Math.sqrt(squaredDistance(values, p, values, q, d));
  if (length === 0) return undefined;
  const normal = new Float32Array(d);
  for (let i = 0; i < d; i++) normal[i] = ((values[q + i] ?? 0) - (values[p + i] ?? 0)) / length;
  const offset = (project(normal, values, p, d) + project(normal, values, q, d)) / 2;
  return { normal, offset };
}

function splitMembers(
  members: Int32Array,
  isAbove: (id: number) => boolean,
): [Int32Array, Int32Array] {
  const sides = new Int32Array(members.length); // filled from both ends
  let below = 0;
  let above = members.length;
  for (const id of members) {
    if (isAbove(id)) sides[--above] = id;
    else sides[below++] = id;
  }
  return [sides.slice(0, below), sides.slice(below)];
}

/** normal · (the d numbers at `at`) */
function project(normal: Float32Array, values: Float32Array, at: number, d: number): number {
  let s0 = 0;
  let s1 = 0;
  let i = 0;
  for (; i < d - 1; i += 2) {
    s0 += (normal[i] ?? 0) * (values[at + i] ?? 0);
    s1 += (normal[i + 1] ?? 0) * (values[at + i + 1] ?? 0);
  }
  if (i < d) s0 += (normal[i] ?? 0) * (values[at + i] ?? 0);
  return s0 + s1;
}

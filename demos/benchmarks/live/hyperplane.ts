import type { Random } from "../../kit/random.ts";
import { squaredDistance, type Vectors } from "./vectors.ts";

/** All points as near to vector p as to vector q. Kept as ids: a normal would cost d numbers. */
export interface Plane {
  p: number;
  q: number;
  scale: number; // 1 ÷ distance of p and q, so that a margin is a distance
  offset: number; // projection of the midpoint
}

export interface Cut {
  plane: Plane;
  sides: [Int32Array, Int32Array];
}

const TRIES = 3; // planes drawn before a cell is cut at random
const LOPSIDED = 0.95; // a cut that leaves more than this share on one side is no cut

/** Divides the members by a random plane that leaves some on either side. */
export function cutCell(base: Vectors, members: Int32Array, random: Random): Cut {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const plane = drawPlane(base, members, random);
    if (!plane) continue;
    const sides = splitMembers(
      members,
      (id) => project(base, plane, base.values, id * base.d) >= plane.offset,
    );
    const larger = Math.max(sides[0].length, sides[1].length);
    if (larger <= LOPSIDED * members.length) return { plane, sides };
  }
  // Equal vectors cannot be cut by a plane: split by place; every margin is 0, so both sides count.
  const middle = members.length >> 1;
  return {
    plane: { p: 0, q: 0, scale: 0, offset: 0 },
    sides: [members.slice(0, middle), members.slice(middle)],
  };
}

/** The plane midway between two different members; nothing when the two drawn are equal. */
function drawPlane(base: Vectors, members: Int32Array, random: Random): Plane | undefined {
  const { d, values } = base;
  const p = members[random.integer(members.length)] ?? 0;
  const q = members[random.integer(members.length)] ?? 0;
  const length = Math.sqrt(squaredDistance(values, p * d, values, q * d, d));
  if (length === 0) return undefined;
  const plane = { p, q, scale: 1 / length, offset: 0 };
  const ends = project(base, plane, values, p * d) + project(base, plane, values, q * d);
  return { ...plane, offset: ends / 2 };
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

/** The d numbers at `at`, projected on the direction from p to q. */
export function project(base: Vectors, plane: Plane, values: Float32Array, at: number): number {
  const { d, values: rows } = base;
  const p = plane.p * d;
  const q = plane.q * d;
  let s0 = 0;
  let s1 = 0;
  let i = 0;
  for (; i < d - 1; i += 2) {
    s0 += ((rows[q + i] ?? 0) - (rows[p + i] ?? 0)) * (values[at + i] ?? 0);
    s1 += ((rows[q + i + 1] ?? 0) - (rows[p + i + 1] ?? 0)) * (values[at + i + 1] ?? 0);
  }
  if (i < d) s0 += ((rows[q + i] ?? 0) - (rows[p + i] ?? 0)) * (values[at + i] ?? 0);
  return (s0 + s1) * plane.scale;
}

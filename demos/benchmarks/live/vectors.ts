import type { Random } from "../../kit/random.ts";

/** `count` vectors of `d` numbers each, one after another. */
export interface Vectors {
  count: number;
  d: number;
  values: Float32Array; // [count, d]
}

export interface DataSet {
  base: Vectors;
  queries: Vectors; // drawn from the same clusters, not part of the base
}

export interface DataPlan {
  n: number;
  d: number;
  clusters: number;
  queries: number;
}

const SPREAD = 1; // standard deviation of the cluster centres; within a cluster it is 1

/** A mixture of Gaussians: centres ~ N(0, SPREAD²), points = centre + N(0, 1), in every dimension. */
export function drawDataSet({ n, d, clusters, queries }: DataPlan, random: Random): DataSet {
  const centres = new Float32Array(clusters * d); // [clusters, d]
  for (let i = 0; i < centres.length; i++) centres[i] = SPREAD * random.normal();
  const drawVectors = (count: number): Vectors => {
    const values = new Float32Array(count * d); // [count, d]
    for (let row = 0; row < count; row++) {
      const centre = random.integer(clusters) * d;
      for (let i = 0; i < d; i++) {
        values[row * d + i] = (centres[centre + i] ?? 0) + random.normal();
      }
    }
    return { count, d, values };
  };
  return { base: drawVectors(n), queries: drawVectors(queries) };
}

/** Row i as a view: [d]. */
export function readVector({ d, values }: Vectors, i: number): Float32Array {
  return values.subarray(i * d, (i + 1) * d);
}

/** Squared Euclidean distance between the d numbers at `a` in A and the d numbers at `b` in B. */
export function squaredDistance(
  A: Float32Array,
  a: number,
  B: Float32Array,
  b: number,
  d: number,
): number {
  let s0 = 0; // four sums, so that one addition need not wait for the one before
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (const end = d - 3; i < end; i += 4) {
    const e0 = (A[a + i] ?? 0) - (B[b + i] ?? 0);
    const e1 = (A[a + i + 1] ?? 0) - (B[b + i + 1] ?? 0);
    const e2 = (A[a + i + 2] ?? 0) - (B[b + i + 2] ?? 0);
    const e3 = (A[a + i + 3] ?? 0) - (B[b + i + 3] ?? 0);
    s0 += e0 * e0;
    s1 += e1 * e1;
    s2 += e2 * e2;
    s3 += e3 * e3;
  }
  for (; i < d; i++) {
    const e = (A[a + i] ?? 0) - (B[b + i] ?? 0);
    s0 += e * e;
  }
  return s0 + s1 + (s2 + s3);
}

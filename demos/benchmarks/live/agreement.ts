import type { Answer } from "./gpu-exact.ts";
import { squaredDistance, type Vectors } from "./vectors.ts";

/** Largest relative error of a distance at which the GPU still counts as agreeing. */
export const TOLERANCE = 1e-4;

/**
 * Largest relative error of the answers against the exact ones, both in the distance that the GPU
 * computed and in the true distance of the vector it named; infinite when an answer is missing.
 * truth: ids by the CPU, near to far, one list per query
 */
export function compareAnswers(
  { d, values }: Vectors,
  queries: Float32Array[],
  answers: Answer[],
  truth: Int32Array[],
): number {
  let worst = answers.length === truth.length ? 0 : Number.POSITIVE_INFINITY;
  for (const [i, { ids, distances }] of answers.entries()) {
    const query = queries[i] ?? new Float32Array(d);
    const measure = (id: number): number => squaredDistance(values, id * d, query, 0, d);
    const exact = truth[i] ?? new Int32Array();
    if (ids.length !== exact.length) return Number.POSITIVE_INFINITY;
    for (const [rank, id] of exact.entries()) {
      const due = Math.sqrt(measure(id));
      const computed = Math.sqrt(distances[rank] ?? Number.NaN);
      const named = Math.sqrt(measure(ids[rank] ?? 0));
      const error = Math.max(Math.abs(computed - due), Math.abs(named - due)) / (due || 1);
      worst = Number.isNaN(error) ? Number.POSITIVE_INFINITY : Math.max(worst, error);
    }
  }
  return worst;
}

import { type Random, shuffleIndices } from "../../kit/random.ts";
import { squaredDistance, type Vectors } from "./vectors.ts";

const SAMPLE_PER_CENTROID = 64;
const ROUNDS = 10;

/**
 * Centroids by Lloyd's method on a random sample, yielding the share done: [k, d]. A centroid that
 * loses all its points moves to a random vector of the sample.
 */
export function* findCentroids(
  base: Vectors,
  k: number,
  random: Random,
): Generator<number, Vectors> {
  const { count, d, values } = base;
  const sample = shuffleIndices(count, random).subarray(0, k * SAMPLE_PER_CENTROID);
  const centroids: Vectors = { count: k, d, values: new Float32Array(k * d) };
  const copyRow = (centroid: number, row: number): void => {
    centroids.values.set(values.subarray(row * d, (row + 1) * d), centroid * d);
  };
  for (let centroid = 0; centroid < k; centroid++) copyRow(centroid, sample[centroid] ?? 0);

  const sums = new Float64Array(k * d);
  const sizes = new Int32Array(k);
  for (let round = 0; round < ROUNDS; round++) {
    sums.fill(0);
    sizes.fill(0);
    for (const [step, row] of sample.entries()) {
      const centroid = findNearestRow(centroids, values, row * d);
      sizes[centroid] = (sizes[centroid] ?? 0) + 1;
      for (let i = 0; i < d; i++) {
        sums[centroid * d + i] = (sums[centroid * d + i] ?? 0) + (values[row * d + i] ?? 0);
      }
      if (step % 32 === 31) yield (round + step / sample.length) / ROUNDS;
    }
    for (let centroid = 0; centroid < k; centroid++) {
      const size = sizes[centroid] ?? 0;
      if (size === 0) copyRow(centroid, sample[random.integer(sample.length)] ?? 0);
      else {
        for (let i = centroid * d; i < (centroid + 1) * d; i++) {
          centroids.values[i] = (sums[i] ?? 0) / size;
        }
      }
    }
  }
  return centroids;
}

/** The row of `rows` that is nearest to the d numbers at `at`. */
export function findNearestRow(rows: Vectors, values: Float32Array, at: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let row = 0; row < rows.count; row++) {
    const distance = squaredDistance(rows.values, row * rows.d, values, at, rows.d);
    if (distance < least) {
      least = distance;
      best = row;
    }
  }
  return best;
}

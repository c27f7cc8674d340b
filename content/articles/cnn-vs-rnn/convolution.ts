/** A filter that slides over a picture, without padding; deep learning calls this a convolution. */
export type Grid = number[][];

/** X: [H, W], K: [k, k] → Y: [(H − k) / stride + 1, (W − k) / stride + 1] */
export function slideFilter(X: Grid, K: Grid, stride = 1): Grid {
  return mapPatches(X, K.length, stride, (patch) =>
    patch.flatMap((row, i) => row.map((x, j) => x * (K[i]?.[j] ?? 0))).reduce(add, 0),
  );
}

/** Negative answers become zero, positive ones pass. */
export function rectify(Y: Grid): Grid {
  return Y.map((row) => row.map((y) => Math.max(0, y)));
}

/** Keeps the largest answer of every `size` × `size` patch. */
export function poolMax(Y: Grid, size = 2, stride = size): Grid {
  return mapPatches(Y, size, stride, (patch) => Math.max(...patch.flat()));
}

function mapPatches(X: Grid, size: number, stride: number, read: (patch: Grid) => number): Grid {
  const countSteps = (length: number): number => Math.floor((length - size) / stride) + 1;
  const width = X[0]?.length ?? 0;
  return Array.from({ length: countSteps(X.length) }, (_, i) =>
    Array.from({ length: countSteps(width) }, (_, j) =>
      read(
        X.slice(i * stride, i * stride + size).map((row) =>
          row.slice(j * stride, j * stride + size),
        ),
      ),
    ),
  );
}

function add(a: number, b: number): number {
  return a + b;
}

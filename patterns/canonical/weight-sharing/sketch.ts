/**
 * A 1-D convolution as weight sharing: every position applies the same kernel, and the gradient of
 * the kernel is the sum of the gradients of all its uses.
 */

/** x: [n], w: [k] → y: [n − k + 1] */
export function applyShared(x: number[], w: number[]): number[] {
  const positions = x.length - w.length + 1;
  return Array.from({ length: positions }, (_, p) =>
    w.reduce((sum, weight, i) => sum + weight * (x[p + i] ?? 0), 0),
  );
}

/** dy: [n − k + 1], the gradient of the loss at the output → dw: [k], summed over positions */
export function sumGradient(x: number[], dy: number[], k: number): number[] {
  return Array.from({ length: k }, (_, i) =>
    dy.reduce((sum, gradient, p) => sum + gradient * (x[p + i] ?? 0), 0),
  );
}

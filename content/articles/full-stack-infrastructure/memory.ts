/** 0 plain data parallelism; 1 shards optimizer states, 2 gradients too, 3 weights too. */
export type Stage = 0 | 1 | 2 | 3;

/**
 * Bytes per parameter and GPU with Adam in mixed precision: 2 for the weight, 2 for its gradient,
 * 12 for the optimizer (Rajbhandari et al. 2020). Activations come on top.
 */
export function countBytes(stage: Stage, gpus: number): number {
  const [weights, gradients, optimizer] = [2, 2, 12];
  const split = (bytes: number, from: Stage): number => (stage >= from ? bytes / gpus : bytes);
  return split(weights, 3) + split(gradients, 2) + split(optimizer, 1);
}

/** Gigabytes (10⁹ bytes) on each GPU. */
export function measureGigabytes(parameters: number, stage: Stage, gpus: number): number {
  return (parameters * countBytes(stage, gpus)) / 1e9;
}

/** Share of the time that a pipeline's GPUs wait as it fills and drains (Huang et al. 2019). */
export function measureBubble(stages: number, microBatches: number): number {
  return (stages - 1) / (microBatches + stages - 1);
}

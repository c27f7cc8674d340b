/** Steps of a sequence that one output of a stack of 1-D convolutions can see. */
export function countReach(dilations: number[], kernel = 3): number {
  return dilations.reduce((reach, dilation) => reach + (kernel - 1) * dilation, 1);
}

/** Every layer looks at neighbours. */
export function keepDense(layers: number): number[] {
  return Array.from({ length: layers }, () => 1);
}

/** Every layer looks twice as far apart as the one below (van den Oord et al. 2016). */
export function doubleGaps(layers: number): number[] {
  return Array.from({ length: layers }, (_, layer) => 2 ** layer);
}

/** Trainable numbers of the layers that the article compares; `isBiased` adds one per output. */

/** Every input is joined to every output. */
export function countDense(inputs: number, outputs: number, isBiased = true): number {
  return inputs * outputs + (isBiased ? outputs : 0);
}

/** Square kernels of side k over all input channels; the size of the picture does not matter. */
export function countConvolution(k: number, inputs: number, outputs: number, isBiased = true) {
  return countDense(k * k * inputs, outputs, isBiased);
}

/** U: [h, d], W: [h, h], V: [o, h]; the number of time steps does not matter. */
export function countRecurrent(d: number, h: number, o: number, isBiased = true): number {
  return countDense(d + h, h, isBiased) + countDense(h, o, isBiased);
}

/** Three gates and a candidate, each with its own U and W (Hochreiter and Schmidhuber 1997). */
export function countLstm(d: number, h: number, isBiased = true): number {
  return 4 * countDense(d + h, h, isBiased);
}

/** Multiplications of a convolution without padding on a square picture of side n. */
export function countProducts(n: number, k: number, inputs: number, outputs: number): number {
  return (n - k + 1) ** 2 * countConvolution(k, inputs, outputs, false);
}

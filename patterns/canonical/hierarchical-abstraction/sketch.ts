/**
 * Why depth: two ReLU units fold the unit interval once; a stack of folds doubles the number of
 * linear pieces at every layer (Telgarsky 2016, section 2). And how far a stack can see.
 */

export interface WindowLayer {
  kernel: number;
  stride: number;
}

const relu = (x: number): number => Math.max(0, x);

/** One hidden layer of two units: 0 → 0, ½ → 1, 1 → 0 */
export function fold(x: number): number {
  return 2 * relu(x) - 4 * relu(x - 0.5);
}

/** `depth` layers of two units each: 2^depth linear pieces on [0, 1] */
export function foldDeep(x: number, depth: number): number {
  return depth === 0 ? x : foldDeep(fold(x), depth - 1);
}

/** The slope of foldDeep by the chain rule, one factor of +2 or −2 for each layer */
export function slopeDeep(x: number, depth: number): number {
  return depth === 0 ? 1 : (x < 0.5 ? 2 : -2) * slopeDeep(fold(x), depth - 1);
}

/** Linear pieces of f on [0, 1] whose breakpoints all lie on the grid i / cells */
export function countPieces(f: (x: number) => number, cells: number): number {
  const toSlope = (i: number): number => (f((i + 1) / cells) - f(i / cells)) * cells;
  const slopes = Array.from({ length: cells }, (_, i) => toSlope(i));
  return slopes.filter((slope, i) => i === 0 || Math.abs(slope - (slopes[i - 1] ?? 0)) > 1e-6)
    .length;
}

/** Input positions that one unit of the last layer depends on */
export function measureReceptiveField(layers: WindowLayer[]): number {
  let [field, step] = [1, 1]; // step: input positions between neighbouring units
  for (const { kernel, stride } of layers) {
    field += (kernel - 1) * step;
    step *= stride;
  }
  return field;
}

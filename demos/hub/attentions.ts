/** One output of a model: its numbers in row-major order. */
export interface Output {
  dims: readonly number[];
  data: ArrayLike<number>;
}

/** The attention weights of a run, each row the weights of one query. */
export interface Attentions {
  layers: number;
  heads: number;
  size: number; // T, tokens
  weights: Float32Array; // [layers, heads, T, T]
}

/**
 * Finds the attention weights among a model's outputs: one tensor [1, layers, heads, T, T] or
 * [layers, heads, T, T], or one [1, heads, T, T] per layer, numbered at the end of its name.
 * Returns undefined when the model exports none.
 * @param size T, the number of tokens that went in
 */
export function findAttentions(
  outputs: Readonly<Record<string, Output>>,
  size: number,
): Attentions | undefined {
  const named = Object.entries(outputs).filter(([name]) => /attention/i.test(name));
  const isSquare = ({ dims }: Output) => dims.at(-1) === size && dims.at(-2) === size;
  const stacked = named.find(
    ([, output]) =>
      isSquare(output) &&
      (output.dims.length === 5 || (output.dims.length === 4 && output.dims[0] !== 1)),
  );
  if (stacked) {
    const { dims, data } = stacked[1];
    const [layers = 0, heads = 0] = dims.slice(-4);
    return { layers, heads, size, weights: Float32Array.from(data) };
  }
  const single = named.filter(([, output]) => output.dims.length === 4 && isSquare(output));
  single.sort(([a], [b]) => numberOf(a) - numberOf(b));
  const heads = single[0]?.[1].dims[1];
  if (heads === undefined || single.some(([, { dims }]) => dims[1] !== heads)) return undefined;
  const weights = new Float32Array(single.length * heads * size * size);
  for (const [layer, [, { data }]] of single.entries()) {
    weights.set(Float32Array.from(data), layer * heads * size * size);
  }
  return { layers: single.length, heads, size, weights };
}

/** The weights [T, T] of one head. */
export function pickHead(
  { heads, size, weights }: Attentions,
  layer: number,
  head: number,
): Float32Array {
  const area = size * size;
  return weights.slice((layer * heads + head) * area, (layer * heads + head + 1) * area);
}

/** How far the sum of any row is from one: a check that these are weights. */
export function measureRowFault({ size, weights }: Attentions): number {
  let worst = 0;
  for (let row = 0; row < weights.length; row += size) {
    let sum = 0;
    for (let key = 0; key < size; key += 1) sum += weights[row + key] ?? 0;
    worst = Math.max(worst, Math.abs(sum - 1));
  }
  return worst;
}

function numberOf(name: string): number {
  return Number(/(\d+)\D*$/.exec(name)?.[1] ?? 0);
}

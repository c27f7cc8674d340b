import type { Numbers } from "../../kit/matrix-product.ts";

export type { Numbers };

/** Training uses 32 bits; 64 serve to check gradients. */
export type Precision = typeof Float32Array | typeof Float64Array;

/** Tensors by name. */
export type Tensors = Map<string, Numbers>;

/** @throws RangeError for a name that the tensors do not hold */
export function getTensor(tensors: Tensors, name: string): Numbers {
  const found = tensors.get(name);
  if (!found) throw new RangeError(`missing tensor: ${name}`);
  return found;
}

/** Square root of the sum of all squares. */
export function measureNorm(tensors: Iterable<Numbers>): number {
  let sum = 0;
  for (const values of tensors) {
    for (let i = 0; i < values.length; i++) sum += (values[i] ?? 0) ** 2;
  }
  return Math.sqrt(sum);
}

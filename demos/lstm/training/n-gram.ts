/** Bits per token that the best of the orders needs on a held-out text. */
export interface Baseline {
  order: number; // 1 looks at single characters only
  bits: number;
}

/**
 * Interpolated n-gram models with Witten–Bell smoothing (Witten and Bell 1991), ending in the
 * uniform distribution over V tokens, trained on one text and scored on another. Gives the order
 * that scores best.
 */
export function measureBaseline(
  train: Int32Array,
  heldOut: Int32Array,
  V: number,
  mostOrder = 5,
): Baseline {
  const counts = new Map<string, number>(); // of n-grams
  const totals = new Map<string, number>(); // of contexts: tokens that followed
  const kinds = new Map<string, number>(); // of contexts: different tokens that followed
  for (let i = 0; i < train.length; i++) {
    for (let n = 1; n <= mostOrder && n <= i + 1; n++) {
      const context = key(train, i - n + 1, i);
      const gram = context + String.fromCharCode(train[i] ?? 0);
      const count = counts.get(gram) ?? 0;
      counts.set(gram, count + 1);
      totals.set(context, (totals.get(context) ?? 0) + 1);
      if (count === 0) kinds.set(context, (kinds.get(context) ?? 0) + 1);
    }
  }
  const bits = new Array<number>(mostOrder).fill(0);
  for (let i = 0; i < heldOut.length; i++) {
    let share = 1 / V;
    for (let n = 1; n <= mostOrder; n++) {
      if (n <= i + 1) {
        const context = key(heldOut, i - n + 1, i);
        const total = totals.get(context) ?? 0;
        const types = kinds.get(context) ?? 0;
        if (total > 0) {
          const count = counts.get(context + String.fromCharCode(heldOut[i] ?? 0)) ?? 0;
          share = (count + types * share) / (total + types);
        }
      }
      bits[n - 1] = (bits[n - 1] ?? 0) - Math.log2(share);
    }
  }
  const means = bits.map((sum) => sum / heldOut.length);
  const best = means.indexOf(Math.min(...means));
  return { order: best + 1, bits: means[best] ?? Number.NaN };
}

function key(tokens: Int32Array, from: number, to: number): string {
  return String.fromCharCode(...tokens.subarray(from, to));
}

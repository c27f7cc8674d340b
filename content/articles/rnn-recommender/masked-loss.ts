/** Cross entropy of one position in nats, from logits (V) and the id of the true item. */
export function measureLoss(logits: readonly number[], target: number): number {
  const most = Math.max(...logits); // subtracted, so that exp cannot overflow
  const total = logits.reduce((sum, z) => sum + Math.exp(z - most), 0);
  return Math.log(total) + most - (logits[target] ?? Number.NEGATIVE_INFINITY);
}

/** Mean loss over the positions whose target is an item; logits (T, V), targets (T), 0 is padding. */
export function measureMaskedLoss(
  logits: readonly (readonly number[])[],
  targets: readonly number[],
): number {
  const real = targets.filter((target) => target !== 0).length;
  return sumLoss(logits, targets) / Math.max(real, 1);
}

/** The same sum divided by all positions, padding too, as the code of 2021 had it. */
export function measureDilutedLoss(
  logits: readonly (readonly number[])[],
  targets: readonly number[],
): number {
  return sumLoss(logits, targets) / targets.length;
}

function sumLoss(logits: readonly (readonly number[])[], targets: readonly number[]): number {
  return targets.reduce(
    (sum, target, t) => (target === 0 ? sum : sum + measureLoss(logits[t] ?? [], target)),
    0,
  );
}

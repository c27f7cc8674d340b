/** exp(x − max) / Σ exp(x − max): a distribution over x, [x.length]. −∞ becomes 0. */
export function softmax(
  x: Float32Array,
  y: Float32Array = new Float32Array(x.length),
): Float32Array {
  let max = -Infinity;
  for (const value of x) if (value > max) max = value;
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const e = Math.exp((x[i] as number) - max);
    y[i] = e;
    sum += e;
  }
  for (let i = 0; i < y.length; i++) y[i] = (y[i] as number) / sum;
  return y;
}

/** log Σ exp x, in nats, without overflow. */
export function logSumExp(x: Float32Array): number {
  let max = -Infinity;
  for (const value of x) if (value > max) max = value;
  let sum = 0;
  for (const value of x) sum += Math.exp(value - max);
  return max + Math.log(sum);
}

/** −log2 of the probability that softmax(logits) gives to `target`, in bits. */
export function bitsOf(logits: Float32Array, target: number): number {
  const logit = logits[target];
  if (logit === undefined) throw new RangeError(`unknown token ${target} of ${logits.length}`);
  return (logSumExp(logits) - logit) / Math.LN2;
}

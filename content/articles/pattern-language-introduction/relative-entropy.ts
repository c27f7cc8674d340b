/** Entropy of p in bits: the shortest mean code for events drawn from p. Shannon 1948, section 6. */
export function measureEntropy(p: readonly number[]): number {
  return measureCrossEntropy(p, p);
}

/** Mean code length in bits when events come from p and the code was made for q. */
export function measureCrossEntropy(p: readonly number[], q: readonly number[]): number {
  if (p.length !== q.length) throw new RangeError(`invalid lengths: ${p.length} and ${q.length}`);
  return p.reduce((sum, mass, i) => (mass === 0 ? sum : sum - mass * Math.log2(q[i] ?? 0)), 0);
}

/** Kullback and Leibler's divergence of q from p in bits; infinite where q rules out what happens. */
export function measureRelativeEntropy(p: readonly number[], q: readonly number[]): number {
  return measureCrossEntropy(p, q) - measureEntropy(p);
}

/** The nearest q to p that must treat the outcomes of each group alike: a constraint on the model. */
export function fitTied(p: readonly number[], groups: readonly (readonly number[])[]): number[] {
  const q = p.map(() => 0);
  for (const group of groups) {
    const mass = group.reduce((sum, i) => sum + (p[i] ?? 0), 0);
    for (const i of group) q[i] = mass / group.length; // the mean is the minimum, by convexity
  }
  return q;
}

/** What one head does on one row of tokens; shares are means over queries, 0–1. */
export interface HeadStatistics {
  entropy: number; // bits, mean over queries that have a choice
  distance: number; // tokens between query and key, mean by weight
  previous: number; // weight on the token before
  first: number; // weight on the first token
  self: number; // weight on the query itself
  same: number; // weight on earlier tokens equal to the query, over queries that have one
}

export const patterns = ["previous", "first", "self", "same"] as const;
export type Pattern = (typeof patterns)[number];

/** Statistics of weights [T, T]. The first query, which has no choice, is left out. */
export function measureHead(weights: Float32Array, tokens: readonly number[]): HeadStatistics {
  const T = tokens.length;
  const total = { entropy: 0, distance: 0, previous: 0, first: 0, self: 0, same: 0 };
  let repeats = 0;
  for (let t = 1; t < T; t++) {
    const row = weights.subarray(t * T, (t + 1) * T);
    total.entropy += measureEntropy(row);
    total.previous += row[t - 1] ?? 0;
    total.first += row[0] ?? 0;
    total.self += row[t] ?? 0;
    let isRepeat = false;
    for (let j = 0; j < T; j++) {
      total.distance += Math.abs(t - j) * (row[j] ?? 0);
      if (j >= t || tokens[j] !== tokens[t]) continue;
      isRepeat = true;
      total.same += row[j] ?? 0;
    }
    if (isRepeat) repeats += 1;
  }
  const queries = Math.max(1, T - 1);
  return {
    entropy: total.entropy / queries,
    distance: total.distance / queries,
    previous: total.previous / queries,
    first: total.first / queries,
    self: total.self / queries,
    same: repeats === 0 ? 0 : total.same / repeats,
  };
}

/** −Σ p log₂ p, bits. */
export function measureEntropy(p: Float32Array): number {
  let bits = 0;
  for (const share of p) if (share > 0) bits -= share * Math.log2(share);
  return bits;
}

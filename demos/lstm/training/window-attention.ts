import type { Numbers, Precision } from "./numbers.ts";

/** What attention over the window keeps for the way back. */
export interface AttentionTape {
  weights: Numbers; // [B, T, T], rows sum to 1, zero above the diagonal
  mixed: Numbers; // [T, B, H]
}

/**
 * Each hidden state adds what it finds in the window so far: m_t = h_t + Σ_{s≤t} a_ts h_s with
 * a_t = softmax(h_t·h_s / √H). It has no weights of its own. H: [T, B, H]
 */
export function attendWindow(
  states: Numbers,
  steps: number,
  batch: number,
  hidden: number,
): AttentionTape {
  const ArrayType = states.constructor as Precision;
  const weights = new ArrayType(batch * steps * steps);
  const mixed = states.slice();
  const scale = 1 / Math.sqrt(hidden);
  for (let b = 0; b < batch; b++) {
    for (let t = 0; t < steps; t++) {
      const row = (b * steps + t) * steps;
      const query = (t * batch + b) * hidden;
      let peak = Number.NEGATIVE_INFINITY;
      for (let s = 0; s <= t; s++) {
        const score = scale * dot(states, query, states, (s * batch + b) * hidden, hidden);
        weights[row + s] = score;
        peak = Math.max(peak, score);
      }
      let sum = 0;
      for (let s = 0; s <= t; s++) {
        const share = Math.exp((weights[row + s] ?? 0) - peak);
        weights[row + s] = share;
        sum += share;
      }
      for (let s = 0; s <= t; s++) {
        const share = (weights[row + s] ?? 0) / sum;
        weights[row + s] = share;
        addScaled(share, states, (s * batch + b) * hidden, mixed, query, hidden);
      }
    }
  }
  return { weights, mixed };
}

/** The gradient of the states from that of the mixed ones. Both: [T, B, H] */
export function backAttention(
  states: Numbers,
  { weights }: AttentionTape,
  dMixed: Numbers,
  steps: number,
  batch: number,
  hidden: number,
): Numbers {
  const dStates = dMixed.slice();
  const scale = 1 / Math.sqrt(hidden);
  const dShares = new Float64Array(steps);
  for (let b = 0; b < batch; b++) {
    for (let t = 0; t < steps; t++) {
      const row = (b * steps + t) * steps;
      const query = (t * batch + b) * hidden;
      let mean = 0;
      for (let s = 0; s <= t; s++) {
        const key = (s * batch + b) * hidden;
        const share = weights[row + s] ?? 0;
        const dShare = dot(dMixed, query, states, key, hidden);
        dShares[s] = dShare;
        mean += share * dShare;
        addScaled(share, dMixed, query, dStates, key, hidden);
      }
      for (let s = 0; s <= t; s++) {
        const key = (s * batch + b) * hidden;
        const dScore = scale * (weights[row + s] ?? 0) * ((dShares[s] ?? 0) - mean);
        addScaled(dScore, states, key, dStates, query, hidden);
        addScaled(dScore, states, query, dStates, key, hidden);
      }
    }
  }
  return dStates;
}

function dot(A: Numbers, a: number, B: Numbers, b: number, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (A[a + i] ?? 0) * (B[b + i] ?? 0);
  return sum;
}

function addScaled(k: number, A: Numbers, a: number, B: Numbers, b: number, n: number): void {
  for (let i = 0; i < n; i++) B[b + i] = (B[b + i] ?? 0) + k * (A[a + i] ?? 0);
}

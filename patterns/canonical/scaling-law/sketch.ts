/**
 * Loss as a power law of parameters and tokens, the split of a compute budget that minimises it,
 * and the fit of such a law to small runs (Hoffmann et al. 2022, sections 3.2 and 3.3).
 */

/** L(N, D) = E + A / N^alpha + B / D^beta, in nats per token. */
export interface LossLaw {
  E: number;
  A: number;
  alpha: number;
  B: number;
  beta: number;
}

/** The refit of the published Chinchilla runs (Besiroglu et al. 2024). */
export const chinchillaRefit: LossLaw = {
  E: 1.8172,
  A: 482.01,
  alpha: 0.3478,
  B: 2085.43,
  beta: 0.3658,
};

/** N: parameters, D: training tokens → loss in nats per token */
export function predictLoss({ E, A, alpha, B, beta }: LossLaw, N: number, D: number): number {
  return E + A / N ** alpha + B / D ** beta;
}

/** C: training compute in FLOP, spent as C = 6ND → the N and D of least loss */
export function splitCompute(law: LossLaw, C: number): { N: number; D: number; loss: number } {
  const { A, alpha, B, beta } = law;
  const N = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta)) * (C / 6) ** (beta / (alpha + beta));
  const D = C / 6 / N;
  return { N, D, loss: predictLoss(law, N, D) };
}

/** Fits L = E + k C^−gamma: scans the floor E, and for each E draws a straight line in log-log. */
export function fitFloor(C: number[], L: number[]): { E: number; k: number; gamma: number } {
  const x = C.map(Math.log);
  const lowest = Math.min(...L);
  let best = { E: 0, k: 0, gamma: 0, error: Number.POSITIVE_INFINITY };
  for (let step = 0; step < 1000; step++) {
    const E = (lowest * step) / 1000;
    const { slope, offset } = fitLine(
      x,
      L.map((loss) => Math.log(loss - E)),
    );
    const error = x.reduce(
      (sum, value, i) => sum + (E + Math.exp(offset + slope * value) - (L[i] ?? 0)) ** 2,
      0,
    );
    if (error < best.error) best = { E, k: Math.exp(offset), gamma: -slope, error };
  }
  return { E: best.E, k: best.k, gamma: best.gamma };
}

function fitLine(x: number[], y: number[]): { slope: number; offset: number } {
  const mean = (values: number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const covariance = mean(x.map((value, i) => (value - mx) * ((y[i] ?? 0) - my)));
  const slope = covariance / mean(x.map((value) => (value - mx) ** 2));
  return { slope, offset: my - slope * mx };
}

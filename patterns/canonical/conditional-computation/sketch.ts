/**
 * Conditional computation: a router scores the branches, only the k best run, and their outputs are
 * mixed by the softmax of the chosen scores. Skipped branches cost nothing and learn nothing.
 */
export type Branch = (x: number[]) => number[];

/** Indices of the k largest scores, largest first; ties go to the lower index. */
export function selectTop(scores: number[], k: number): number[] {
  return scores
    .map((score, i) => ({ score, i }))
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .slice(0, k)
    .map(({ i }) => i);
}

/** x: [d] → y: [d], with the branches that ran, their outputs and their weights in the mixture */
export function runChosen(
  x: number[],
  scores: number[],
  branches: Branch[],
  k: number,
): { y: number[]; chosen: number[]; outputs: number[][]; gates: number[] } {
  const chosen = selectTop(scores, k);
  const gates = softmax(chosen.map((i) => scores[i] ?? 0));
  const outputs = chosen.map((i) => (branches[i] ?? skip)(x)); // the others are never called
  const y = x.map((_, c) =>
    outputs.reduce((sum, output, j) => sum + (gates[j] ?? 0) * (output[c] ?? 0), 0),
  );
  return { y, chosen, outputs, gates };
}

/** dy: [d] → gradient of the loss at the scores of the chosen branches; it is 0 at all others. */
export function scoreGradient(outputs: number[][], gates: number[], dy: number[]): number[] {
  const gains = outputs.map((output) => output.reduce((sum, v, c) => sum + v * (dy[c] ?? 0), 0));
  const average = gains.reduce((sum, gain, j) => sum + gain * (gates[j] ?? 0), 0);
  return gains.map((gain, j) => (gates[j] ?? 0) * (gain - average));
}

/** E Σ f P over branches: 1 when tokens and probabilities spread evenly (Fedus et al. 2022, eq. 4). */
export function balanceLoss(fractions: number[], probabilities: number[]): number {
  return fractions.length * fractions.reduce((sum, f, i) => sum + f * (probabilities[i] ?? 0), 0);
}

const skip: Branch = (x) => x.map(() => 0);

function softmax(scores: number[]): number[] {
  const peak = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - peak));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * The probabilities of 0 … n right answers when each question is guessed evenly among its options.
 * Exact, one question at a time; with equally many options everywhere it is Binomial(n, 1/options).
 */
export function chanceOfScores(options: readonly number[]): number[] {
  let scores = [1];
  for (const count of options) {
    const p = 1 / count;
    const next = new Array<number>(scores.length + 1).fill(0);
    scores.forEach((share, right) => {
      next[right] = (next[right] ?? 0) + share * (1 - p);
      next[right + 1] = (next[right + 1] ?? 0) + share * p;
    });
    scores = next;
  }
  return scores;
}

/** Mean and standard deviation of the score of guessing. */
export function momentsOfChance(options: readonly number[]): { mean: number; deviation: number } {
  const mean = options.reduce((sum, count) => sum + 1 / count, 0);
  const variance = options.reduce((sum, count) => sum + (1 / count) * (1 - 1 / count), 0);
  return { mean, deviation: Math.sqrt(variance) };
}

/** The lowest score that guessing reaches with a probability below `level`. */
export function scoreAboveChance(options: readonly number[], level: number): number {
  const scores = chanceOfScores(options);
  let tail = 0;
  for (let score = scores.length - 1; score >= 0; score--) {
    tail += scores[score] ?? 0;
    if (tail >= level) return score + 1;
  }
  return 0;
}

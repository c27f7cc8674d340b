/** The game of a GAN over a finite set of outcomes (Goodfellow et al. 2014, section 4). */

/** The discriminator that no other beats, for data p: [k] and generator q: [k], both summing to 1. */
export function findBestDiscriminator(p: number[], q: number[]): number[] {
  return p.map((share, i) => share / (share + (q[i] ?? 0)));
}

/** What that discriminator reaches, in nats: 2 · JSD(p, q) − ln 4, least when q equals p. */
export function evaluateGame(p: number[], q: number[]): number {
  return findBestDiscriminator(p, q).reduce(
    (sum, D, i) => sum + weigh(p[i] ?? 0, D) + weigh(q[i] ?? 0, 1 - D),
    0,
  );
}

/** How hard a fake that scores D pushes the generator, through the logit of D. */
export function measurePush(D: number): { minimax: number; nonSaturating: number } {
  return { minimax: D, nonSaturating: 1 - D }; // of ln(1 − D) and of −ln D
}

/** share · ln(probability), and 0 where nothing falls */
function weigh(share: number, probability: number): number {
  return share === 0 ? 0 : share * Math.log(probability);
}

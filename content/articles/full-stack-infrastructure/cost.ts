/** What renting GPUs costs, in US dollars. */
export interface Rent {
  cards: number;
  perCard: number; // dollars per card and hour
}

export function priceRun({ cards, perCard }: Rent, hours: number): number {
  return cards * perCard * hours;
}

/** How many times as fast the dearer machine must be to make a run cheaper. */
export function findNeededSpeed(dear: Rent, cheap: Rent): number {
  return priceRun(dear, 1) / priceRun(cheap, 1);
}

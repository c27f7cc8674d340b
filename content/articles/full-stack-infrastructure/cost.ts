/** What renting and owning GPUs cost, in US dollars. */
export interface Rent {
  cards: number;
  perCard: number; // dollars per card and hour
}

export interface Machine {
  price: number;
  kilowatts: number; // under load
  perKwh: number; // dollars
}

export function priceRun({ cards, perCard }: Rent, hours: number): number {
  return cards * perCard * hours;
}

/** How many times as fast the dearer machine must be to make a run cheaper. */
export function findNeededSpeed(dear: Rent, cheap: Rent): number {
  return priceRun(dear, 1) / priceRun(cheap, 1);
}

/** Price and power after some hours of work; staff, room, repairs and interest come on top. */
export function priceOwning({ price, kilowatts, perKwh }: Machine, hours: number): number {
  return price + kilowatts * perKwh * hours;
}

/** Hours of work after which the machine is cheaper than the rent; infinite if it never is. */
export function findBreakEven({ price, kilowatts, perKwh }: Machine, rent: Rent): number {
  const saved = priceRun(rent, 1) - kilowatts * perKwh;
  return saved > 0 ? price / saved : Number.POSITIVE_INFINITY;
}

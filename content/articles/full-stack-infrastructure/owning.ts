import { priceRun, type Rent } from "./cost.ts";

/** A machine of one's own; money in US dollars. */
export interface Machine {
  price: number;
  kilowatts: number; // under load
  perKwh: number; // dollars
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

/** The sums that a line y = slope · x + offset needs of its rows. */
export interface Sums {
  n: number;
  x: number;
  y: number;
  xx: number;
  xy: number;
}

export const empty: Sums = { n: 0, x: 0, y: 0, xx: 0, xy: 0 };

/** One more row; an engine calls this inside a scan. */
export function step({ n, x, y, xx, xy }: Sums, a: number, b: number): Sums {
  return { n: n + 1, x: x + a, y: y + b, xx: xx + a * a, xy: xy + a * b };
}

/** The sums of two nodes together: 5 numbers cross the network, however many rows there are. */
export function merge(a: Sums, b: Sums): Sums {
  return { n: a.n + b.n, x: a.x + b.x, y: a.y + b.y, xx: a.xx + b.xx, xy: a.xy + b.xy };
}

/** Least squares from the sums. Throws when all x are the same. */
export function solve({ n, x, y, xx, xy }: Sums): { slope: number; offset: number } {
  const spread = n * xx - x * x;
  if (spread === 0) throw new Error("invalid rows: one value of x gives no line");
  const slope = (n * xy - x * y) / spread;
  return { slope, offset: (y - slope * x) / n };
}

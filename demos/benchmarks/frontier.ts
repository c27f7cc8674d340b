/** One axis of a frontier: how to read a point, and which end is better. */
export interface Axis<T> {
  better: "high" | "low";
  read(point: T): number;
}

/**
 * The points that no other point beats on both axes, best y first, as ann-benchmarks draws them
 * (`create_pointset` of its plotting code): sort by y, best first, ties by x, best first; keep a
 * point when its x is strictly better than every kept x. Points whose x or y is zero or missing
 * are left out.
 */
export function findFrontier<T>(points: Iterable<T>, x: Axis<T>, y: Axis<T>): T[] {
  const ordered = [...points]
    .map((point) => ({ point, x: grade(x, point), y: grade(y, point) }))
    .filter((entry) => isDrawn(entry.x) && isDrawn(entry.y))
    .sort((a, b) => b.y - a.y || b.x - a.x);
  let best = Number.NEGATIVE_INFINITY;
  const kept: T[] = [];
  for (const entry of ordered) {
    if (entry.x <= best) continue;
    best = entry.x;
    kept.push(entry.point);
  }
  return kept;
}

// Turned so that more is better.
function grade<T>({ better, read }: Axis<T>, point: T): number {
  return better === "high" ? read(point) : -read(point);
}

function isDrawn(value: number): boolean {
  return Number.isFinite(value) && value !== 0;
}

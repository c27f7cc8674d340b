/** Ids of items by falling count, from 1; 0 stays free for padding. Ties keep the order seen. */
export function numberItems(histories: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of histories.flat()) counts.set(item, (counts.get(item) ?? 0) + 1);
  const byCount = [...counts].sort(([, a], [, b]) => b - a);
  return new Map(byCount.map(([item], i) => [item, i + 1]));
}

/** The bucket, 1 to `buckets`, of a purchase `days` ago; 1 is the most recent. */
export function bucketDays(days: number, span = 365, buckets = 100): number {
  const within = Math.min(Math.max(days, 1), span);
  return Math.ceil((within * buckets) / span);
}

export interface Example {
  items: number[]; // (T), inputs
  days: number[]; // (T), inputs
  target: number[]; // (T), the item that came next
}

/** Shifts a history by one and pads it on the left; the oldest purchases fall off. */
export function makeExample(
  items: readonly number[],
  days: readonly number[],
  length = 20,
): Example {
  if (items.length !== days.length) {
    throw new RangeError(`invalid history: ${items.length} items and ${days.length} days`);
  }
  const pad = (values: readonly number[]): number[] => {
    const kept = values.slice(-length);
    return [...Array<number>(length - kept.length).fill(0), ...kept];
  };
  return {
    items: pad(items.slice(0, -1)),
    days: pad(days.slice(0, -1)),
    target: pad(items.slice(1)),
  };
}

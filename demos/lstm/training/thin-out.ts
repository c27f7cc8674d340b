/** At most so many of the items, evenly spread, the first and the last among them. */
export function thinOut<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, i) => {
    return items[Math.round((i * (items.length - 1)) / (most - 1))] as T;
  });
}

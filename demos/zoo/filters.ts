import { type CellKind, cellKinds, type Family, type ZooEntry } from "./entry.ts";

export const sorts = ["poster", "year", "newest", "name"] as const;
export const origins = ["all", "poster", "later"] as const;

/** What the reader wants to see; an empty list leaves everything in. */
export interface Filter {
  families: Family[];
  kinds: CellKind[]; // any of them
  from: number; // years, both included
  to: number;
  query: string;
  origin: (typeof origins)[number];
  sort: (typeof sorts)[number];
}

/** The kinds of cell that a network is drawn with, in the order of the legend. */
export function kindsOf({ layers }: Pick<ZooEntry, "layers">): CellKind[] {
  return cellKinds.filter((kind) => layers.some(({ cells }) => cells[kind] !== undefined));
}

/** The first and the last year of the entries. */
export function yearsOf(entries: readonly ZooEntry[]): { first: number; last: number } {
  const years = entries.map(({ year }) => year);
  return { first: Math.min(...years), last: Math.max(...years) };
}

/** The entries that a filter leaves, in its order. Every word of the query must occur. */
export function applyFilter(entries: readonly ZooEntry[], filter: Filter): ZooEntry[] {
  const words = fold(filter.query).split(/\s+/).filter(Boolean);
  const kept = entries.filter((entry) => {
    const { family, year, poster } = entry;
    if (filter.families.length > 0 && !filter.families.includes(family)) return false;
    if (year < filter.from || year > filter.to) return false;
    if (filter.origin !== "all" && poster !== (filter.origin === "poster")) return false;
    if (filter.kinds.length > 0 && !kindsOf(entry).some((kind) => filter.kinds.includes(kind)))
      return false;
    const { id, short, names, idea } = entry;
    const text = fold([id, short, names.zh, names.en, idea.zh, idea.en].join(" "));
    return words.every((word) => text.includes(word));
  });
  return order(kept, filter.sort);
}

function order(entries: ZooEntry[], sort: Filter["sort"]): ZooEntry[] {
  if (sort === "year") return entries.sort((a, b) => a.year - b.year);
  if (sort === "newest") return entries.sort((a, b) => b.year - a.year);
  if (sort === "name") return entries.sort((a, b) => a.short.localeCompare(b.short, "en"));
  return entries;
}

const fold = (text: string): string => text.normalize("NFKC").toLowerCase();

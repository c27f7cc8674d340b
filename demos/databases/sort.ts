import type { Database } from "./database.ts";
import { type FacetId, facetIds, facets, none } from "./facets.ts";

export const sortKeys = ["name", "vendor", ...facetIds, "year"] as const;
export type SortKey = (typeof sortKeys)[number];

// Sets are ordered by how much is in them, the rest by the order in which values are declared.
const sets: readonly FacetId[] = ["families", "languages", "imports", "exports"];

/** A copy in the order of a property; equal ones keep the order of their names. */
export function sortDatabases(
  databases: readonly Database[],
  key: SortKey,
  isDescending: boolean,
): Database[] {
  const sign = isDescending ? -1 : 1;
  return databases.toSorted(
    (a, b) => sign * compare(a, b, key) || a.name.localeCompare(b.name, "en"),
  );
}

function compare(a: Database, b: Database, key: SortKey): number {
  if (key === "name") return a.name.localeCompare(b.name, "en");
  if (key === "vendor") return a.vendor.localeCompare(b.vendor, "en");
  if (key === "year") return a.state.year - b.state.year;
  return rank(a, key) - rank(b, key);
}

function rank(database: Database, id: FacetId): number {
  const { values, read } = facets[id];
  const own = read(database);
  if (sets.includes(id)) return own.filter((value) => value !== none).length;
  return values.indexOf(own[0] ?? "");
}

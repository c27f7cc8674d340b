import type { Database } from "./database.ts";
import { type FacetId, facetIds, facets } from "./facets.ts";

/** What the reader asked for: words, and per property the values of which one must be there. */
export interface Filter {
  text: string;
  chosen: Record<FacetId, string[]>; // empty: any
}

/** The filter that lets everything through. */
export function createFilter(): Filter {
  return {
    text: "",
    chosen: {
      list: [],
      training: [],
      moves: [],
      families: [],
      languages: [],
      automl: [],
      gpu: [],
      imports: [],
      exports: [],
      licence: [],
      state: [],
    },
  };
}

/** The databases that pass; every word must occur in a name, a note or a list of algorithms. */
export function applyFilter(databases: readonly Database[], { text, chosen }: Filter): Database[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return databases.filter((database) => {
    const searched = words.length > 0 ? collectText(database) : "";
    return (
      words.every((word) => searched.includes(word)) &&
      facetIds.every((id) => passes(database, id, chosen[id]))
    );
  });
}

/** For each value of a property, how many databases would be left with it alone. */
export function countValues(
  databases: readonly Database[],
  filter: Filter,
  id: FacetId,
): Map<string, number> {
  const others = applyFilter(databases, { ...filter, chosen: { ...filter.chosen, [id]: [] } });
  const counts = new Map<string, number>();
  for (const database of others) {
    for (const value of facets[id].read(database)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function passes(database: Database, id: FacetId, wanted: readonly string[]): boolean {
  return wanted.length === 0 || facets[id].read(database).some((value) => wanted.includes(value));
}

function collectText(database: Database): string {
  const { name, vendor, algorithms, trainingNote, movesNote, state, licence } = database;
  const texts = [algorithms, trainingNote, movesNote, state.note, licence.name];
  return [name, vendor, ...texts.flatMap(({ zh, en }) => [zh, en])].join("\n").toLowerCase();
}

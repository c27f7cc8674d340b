import {
  answers,
  type Database,
  families,
  formats,
  languages,
  licences,
  lists,
  moves,
  places,
  states,
} from "./database.ts";

export const facetIds = [
  "list",
  "training",
  "moves",
  "families",
  "languages",
  "automl",
  "gpu",
  "imports",
  "exports",
  "licence",
  "state",
] as const;
export type FacetId = (typeof facetIds)[number];

/** A property that readers filter by: its values in order, and those of one database. */
export interface Facet {
  values: readonly string[];
  read(database: Database): readonly string[];
}

/** Stands for an empty list, so that one can ask for what has no format or trains nothing. */
export const none = "none";

const orNone = (values: readonly string[]): readonly string[] =>
  values.length > 0 ? values : [none];

export const facets: Record<FacetId, Facet> = {
  list: { values: lists, read: ({ list }) => [list] },
  training: { values: places, read: ({ training }) => [training] },
  moves: { values: moves, read: (database) => [database.moves] },
  families: { values: [...families, none], read: (database) => orNone(database.families) },
  languages: { values: languages, read: (database) => database.languages },
  automl: { values: answers, read: ({ automl }) => [automl] },
  gpu: { values: answers, read: ({ gpu }) => [gpu] },
  imports: { values: [...formats, none], read: ({ imports }) => orNone(imports) },
  exports: { values: [...formats, none], read: ({ exports }) => orNone(exports) },
  licence: { values: licences, read: ({ licence }) => [licence.kind] },
  state: { values: states, read: ({ state }) => [state.kind] },
};

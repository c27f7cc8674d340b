import type { Bilingual } from "../../src/site/languages.ts";
import { createAddressReader } from "../kit/address-reader.ts";
import { putChoice } from "../kit/address-writer.ts";
import { cellKinds, families, type ZooEntry } from "./entry.ts";
import { type Filter, origins, sorts, yearsOf } from "./filters.ts";

/** Everything that an address holds. */
export interface ViewState {
  filter: Filter;
  open: string; // the entry shown in full, or none
  pair: string[]; // at most two entries to compare
}

export function createDefaultView(entries: readonly ZooEntry[]): ViewState {
  const { first, last } = yearsOf(entries);
  const filter: Filter = {
    families: [],
    kinds: [],
    from: first,
    to: last,
    query: "",
    origin: "all",
    sort: "poster",
  };
  return { filter, open: "", pair: [] };
}

/** Only what differs from the default view. */
export function writeView(
  { filter, open, pair }: ViewState,
  entries: readonly ZooEntry[],
): URLSearchParams {
  const { first, last } = yearsOf(entries);
  const params = new URLSearchParams();
  for (const family of filter.families) params.append("family", family);
  for (const kind of filter.kinds) params.append("cell", kind);
  putChoice(params, "from", filter.from, first);
  putChoice(params, "to", filter.to, last);
  putChoice(params, "q", filter.query, "");
  putChoice(params, "origin", filter.origin, "all");
  putChoice(params, "sort", filter.sort, "poster");
  putChoice(params, "open", open, "");
  for (const id of pair) params.append("pair", id);
  return params;
}

/** The view of an address; what names nothing is as by default, with a note for the reader. */
export function readView(
  params: URLSearchParams,
  entries: readonly ZooEntry[],
): { state: ViewState; notes: Bilingual[] } {
  const { choose, chooseNumber, chooseMany, notes } = createAddressReader(params);
  const usual = createDefaultView(entries);
  const { from, to } = usual.filter;
  const ids = entries.map(({ id }) => id);
  const first = Math.round(chooseNumber("from", from, to, from));
  const filter: Filter = {
    families: chooseMany("family", families, []),
    kinds: chooseMany("cell", cellKinds, []),
    from: first,
    to: Math.round(chooseNumber("to", first, to, to)),
    query: params.get("q") ?? "",
    origin: choose("origin", origins, "all"),
    sort: choose("sort", sorts, "poster"),
  };
  const open = choose("open", ["", ...ids], "");
  return { state: { filter, open, pair: chooseMany("pair", ids, []).slice(0, 2) }, notes };
}

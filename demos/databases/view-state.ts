import type { Bilingual } from "../../src/site/languages.ts";
import { createAddressReader } from "../kit/address-reader.ts";
import { putChoice } from "../kit/address-writer.ts";
import { facetIds, facets } from "./facets.ts";
import { createFilter, type Filter } from "./filter.ts";
import { type SortKey, sortKeys } from "./sort.ts";

export const tabs = ["train", "predict"] as const;

/** Everything that an address holds. */
export interface ViewState {
  filter: Filter;
  sort: SortKey;
  isDescending: boolean;
  open: string; // id of the database whose details are unfolded, or none
  tab: (typeof tabs)[number];
}

const longest = 60; // characters of a search

export function createView(): ViewState {
  return { filter: createFilter(), sort: "list", isDescending: false, open: "", tab: "train" };
}

/** The address of a view: only what differs from the view that the page opens with. */
export function writeView(view: ViewState): URLSearchParams {
  const base = createView();
  const params = new URLSearchParams();
  putChoice(params, "q", view.filter.text, "");
  for (const id of facetIds) for (const value of view.filter.chosen[id]) params.append(id, value);
  putChoice(params, "sort", view.sort, base.sort);
  putChoice(params, "order", view.isDescending ? "down" : "up", "up");
  putChoice(params, "open", view.open, "");
  putChoice(params, "sql", view.tab, base.tab);
  return params;
}

/** The view of an address; what names nothing falls back to the default, with a note. */
export function readView(
  params: URLSearchParams,
  ids: readonly string[],
): { view: ViewState; notes: Bilingual[] } {
  const { choose, chooseMany, notes } = createAddressReader(params);
  const view = createView();
  view.filter.text = (params.get("q") ?? "").slice(0, longest);
  for (const id of facetIds) view.filter.chosen[id] = chooseMany(id, facets[id].values, []);
  view.sort = choose("sort", sortKeys, view.sort);
  view.isDescending = choose("order", ["up", "down"], "up") === "down";
  view.open = choose("open", ["", ...ids], "");
  view.tab = choose("sql", tabs, view.tab);
  return { view, notes };
}

import { applyFilter, type Filter, type Meta } from "./filters.ts";
import type { Addition } from "./own-rows.ts";
import type { Row } from "./row.ts";
import type { ViewState } from "./view-state.ts";

/** The rows of a view: the published ones that pass its filter, then those added on this page. */
export function selectRows(
  published: readonly Row[],
  added: readonly Addition[],
  view: ViewState,
  meta: Meta,
): Row[] {
  const { filter } = view;
  const isMany = view.facet === "datasets";
  const own = added.flatMap(({ rows, datasets }) =>
    rows.filter(
      ({ dataset }) => dataset === filter.dataset || datasets.some(({ id }) => id === dataset),
    ),
  );
  return [
    ...applyFilter(published, isMany ? { ...filter, dataset: "" } : filter, meta),
    ...applyFilter(own, loosen(filter), meta),
  ];
}

// What is chosen among published machines, years and query sets says nothing of a reader's own.
function loosen(filter: Filter): Filter {
  return {
    ...filter,
    dataset: "",
    distance: "",
    k: -1,
    runs: [],
    years: [],
    querySets: [],
    batch: "all",
  };
}

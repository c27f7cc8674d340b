import type { Language } from "../../src/site/languages.ts";
import type { Meta } from "./filters.ts";
import { labelQuerySet } from "./query-sets.ts";
import type { Row } from "./row.ts";
import type { ViewState } from "./view-state.ts";

export interface Facet {
  key: string;
  title: string;
  rows: Row[];
}

/** Splits rows into small charts, in the order of the index. */
export function splitFacets(
  rows: readonly Row[],
  mode: ViewState["facet"],
  meta: Meta,
  lang: Language,
): Facet[] {
  if (mode === "none") return [{ key: "", title: "", rows: [...rows] }];
  const read = (row: Row): string =>
    mode === "machines" ? row.run : mode === "datasets" ? row.dataset : row.querySet;
  const title = (key: string): string => {
    if (mode === "queries") return labelQuerySet(key)[lang];
    if (mode === "datasets") return meta.datasets.get(key)?.name ?? key;
    const run = meta.runs.get(key);
    return run ? `${run.label[lang]} · ${run.date}` : key;
  };
  const groups = Map.groupBy(rows, read);
  return [...groups].map(([key, own]) => ({ key, title: title(key), rows: own }));
}

/** The data sets whose rows a view needs: its own, or all that its runs have measured. */
export function listNeeded(view: ViewState, meta: Meta): string[] {
  const { dataset, runs } = view.filter;
  if (view.facet !== "datasets") return [dataset];
  const wanted = runs.length > 0 ? runs : (meta.datasets.get(dataset)?.runs ?? []);
  const others = [...meta.datasets.values()].filter(
    (entry) => entry.id !== dataset && entry.runs.some((run) => wanted.includes(run)),
  );
  return [dataset, ...others.map(({ id }) => id)];
}

import type { Bilingual } from "../../src/site/languages.ts";
import { createAddressReader } from "../kit/address-reader.ts";
import { putChoice } from "../kit/address-writer.ts";
import { batchModes, createDefaultFilter, emptyFilter, type Filter, type Meta } from "./filters.ts";
import { findMetric, type MetricId } from "./metrics.ts";
import { distances, families, type Row } from "./row.ts";
import { type ScaleId, scaleIds } from "./scales.ts";

export const pointModes = ["frontier", "all"] as const; // all draws the points off it too, faint
export const facetModes = ["none", "machines", "datasets", "queries"] as const;
export const panels = ["plot", "table", "fastest", "scores"] as const;

/** Everything that an address holds. Names in lists are ids, pins are those of `nameRow`. */
export interface ViewState {
  filter: Filter;
  x: MetricId;
  y: MetricId;
  xScale: ScaleId;
  yScale: ScaleId;
  points: (typeof pointModes)[number];
  facet: (typeof facetModes)[number];
  panel: (typeof panels)[number];
  highlight: string; // an algorithm, or none
  pins: string[];
  target: number; // recall, of "fastest at"
}

/** The view a data set opens with. */
export function createDefaultView(dataset: string, meta: Meta): ViewState {
  const entry = meta.datasets.get(dataset);
  return {
    filter: entry ? createDefaultFilter(entry) : { ...emptyFilter, dataset },
    x: "recall",
    y: "qps",
    xScale: "linear",
    yScale: "log",
    points: "frontier",
    facet: "none",
    panel: "plot",
    highlight: "",
    pins: [],
    target: 0.9,
  };
}

const lists = {
  family: "families",
  algorithm: "algorithms",
  run: "runs",
  year: "years",
  queries: "querySets",
} as const;

/** The address of a view: only what differs from the default view of its data set. */
export function writeView(state: ViewState, meta: Meta): URLSearchParams {
  const { filter } = state;
  const base = createDefaultView(filter.dataset, meta);
  const params = new URLSearchParams({ data: filter.dataset });
  putChoice(params, "distance", filter.distance, base.filter.distance);
  putChoice(params, "k", filter.k < 0 ? "any" : filter.k, base.filter.k);
  for (const [key, name] of Object.entries(lists)) {
    const values = filter[name].map(String);
    if (isSame(values, base.filter[name].map(String))) continue;
    for (const value of values.length > 0 ? values : ["any"]) params.append(key, value);
  }
  putChoice(params, "batch", filter.batch, base.filter.batch);
  putChoice(params, "min", filter.minRecall, base.filter.minRecall);
  putChoice(params, "x", state.x, base.x);
  putChoice(params, "y", state.y, base.y);
  putChoice(params, "xs", state.xScale, findMetric(state.x)?.scale ?? base.xScale);
  putChoice(params, "ys", state.yScale, findMetric(state.y)?.scale ?? base.yScale);
  putChoice(params, "points", state.points, base.points);
  putChoice(params, "facet", state.facet, base.facet);
  putChoice(params, "panel", state.panel, base.panel);
  putChoice(params, "mark", state.highlight, base.highlight);
  for (const pin of state.pins) params.append("pin", pin);
  putChoice(params, "at", state.target, base.target);
  return params;
}

/**
 * The view of an address. A value that names nothing falls back to the default, with a note for
 * the reader. `dataset` is the one to open when the address names none.
 */
export function readView(
  params: URLSearchParams,
  meta: Meta,
  dataset: string,
): { state: ViewState; notes: Bilingual[] } {
  const { choose, chooseNumber, chooseMany, notes } = createAddressReader(params);
  const id = choose("data", meta.datasets.keys(), dataset);
  const base = createDefaultView(id, meta);
  const entry = meta.datasets.get(id);
  const runs = (entry?.runs ?? []).filter((run) => meta.runs.has(run));
  const years = new Set(runs.map((run) => String(meta.runs.get(run)?.year)));
  const ks = ["any", ...(entry?.ks ?? []).map(String)];
  const k = choose("k", ks, String(base.filter.k));
  const x = choose("x", listMetricIds(params.get("x")), base.x);
  const y = choose("y", listMetricIds(params.get("y")), base.y);
  const filter: Filter = {
    dataset: id,
    distance: choose("distance", ["", ...distances], base.filter.distance),
    k: k === "any" ? -1 : Number(k),
    families: chooseMany("family", families, base.filter.families),
    algorithms: chooseMany("algorithm", meta.algorithms.keys(), base.filter.algorithms),
    runs: chooseMany("run", runs, base.filter.runs),
    years: chooseMany("year", years, base.filter.years.map(String)).map(Number),
    querySets: chooseMany("queries", entry?.querySets ?? [], base.filter.querySets),
    batch: choose("batch", batchModes, base.filter.batch),
    minRecall: chooseNumber("min", 0, 1, base.filter.minRecall),
  };
  const state: ViewState = {
    filter,
    x,
    y,
    xScale: choose("xs", scaleIds, findMetric(x)?.scale ?? base.xScale),
    yScale: choose("ys", scaleIds, findMetric(y)?.scale ?? base.yScale),
    points: choose("points", pointModes, base.points),
    facet: choose("facet", facetModes, base.facet),
    panel: choose("panel", panels, base.panel),
    highlight: choose("mark", ["", ...meta.algorithms.keys()], base.highlight),
    pins: params.getAll("pin").filter((pin) => /^[0-9a-z]{1,7}$/.test(pin)),
    target: chooseNumber("at", 0, 1, base.target),
  };
  return { state, notes };
}

/** The rows that pins name, in the order of the pins; `lost` are names that no row has. */
export function findPinned(
  pins: readonly string[],
  rows: readonly Row[],
  name: (row: Row) => string,
): { rows: Row[]; lost: string[] } {
  const byName = new Map(rows.map((row) => [name(row), row]));
  const found = pins.flatMap((pin) => byName.get(pin) ?? []);
  return { rows: found, lost: pins.filter((pin) => !byName.has(pin)) };
}

function listMetricIds(value: string | null): MetricId[] {
  const metric = value === null ? undefined : findMetric(value);
  return metric ? [metric.id] : [];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

import type { Bilingual } from "../../src/site/languages.ts";
import { AssetError } from "../kit/assets.ts";
import { decodeRows } from "./codec.ts";
import { listNeeded } from "./facets.ts";
import { indexMeta } from "./filters.ts";
import type { FirstView } from "./first-view.ts";
import { loadDataset } from "./load-dataset.ts";
import { listPresent } from "./metrics.ts";
import { type Addition, extendIndex } from "./own-rows.ts";
import type { Row } from "./row.ts";
import { nameRow } from "./series.ts";
import { selectRows } from "./shown-rows.ts";
import { createDefaultView, findPinned, type ViewState, writeView } from "./view-state.ts";

export type LoadPhase =
  | { kind: "ready" }
  | { kind: "loading"; loaded: number; total: number }
  | { kind: "stopped" }
  | { kind: "failed"; sentence: Bilingual };

/** The state of one explorer on a page, from the first view to the last click. */
export class Explorer {
  readonly home: string;
  /** What the controls say. */
  view = $state.raw() as ViewState;
  /** What the chart shows: the last view whose rows were there. */
  drawn = $state.raw() as ViewState;
  phase = $state.raw<LoadPhase>({ kind: "ready" });
  additions = $state.raw<Addition[]>([]);
  live = $state.raw<Addition | undefined>();
  active = $state.raw<Row | undefined>();
  notes = $state.raw<Bilingual[]>([]);

  readonly #first: FirstView;
  readonly #firstRows: Row[];
  #loaded = $state.raw<ReadonlyMap<string, readonly Row[]>>(new Map());
  #abort: AbortController | undefined;

  readonly #added = $derived(this.live ? [...this.additions, this.live] : this.additions);
  readonly meta = $derived.by(() => indexMeta(extendIndex(this.#first.index, this.#added)));
  readonly #published = $derived.by(() => {
    const needed = listNeeded(this.drawn, this.meta);
    if (needed.some((id) => this.#loaded.has(id))) {
      return needed.flatMap((id) => this.#loaded.get(id) ?? []);
    }
    return this.drawn.filter.dataset === this.home ? this.#firstRows : [];
  });
  readonly rows = $derived(selectRows(this.#published, this.#added, this.drawn, this.meta));
  /** Algorithms of the data set in a fixed order, so that each keeps its look. */
  readonly order = $derived(this.meta.datasets.get(this.drawn.filter.dataset)?.algorithms ?? []);
  readonly metrics = $derived(listPresent([...this.#published, ...this.rows]));
  readonly pinned = $derived.by(() => {
    const known = [...this.#loaded.values()].flat();
    const added = this.#added.flatMap(({ rows }) => rows);
    return findPinned(this.view.pins, [...this.#firstRows, ...known, ...added], nameRow);
  });

  constructor(first: FirstView) {
    this.#first = first;
    this.home = first.dataset;
    const bytes = Uint8Array.from(atob(first.rows), (letter) => letter.charCodeAt(0));
    this.#firstRows = decodeRows(bytes);
    this.view = createDefaultView(this.home, indexMeta(first.index));
    this.drawn = this.view;
  }

  /** Changes part of the view; rows that it needs are loaded first, and the chart waits for them. */
  change(part: Partial<ViewState>): void {
    this.view = { ...this.view, ...part };
    void this.#settle();
  }

  /** Changes part of the filter. */
  filter(part: Partial<ViewState["filter"]>): void {
    this.change({ filter: { ...this.view.filter, ...part } });
  }

  /** Opens a data set with its default view; axes and pins stay. */
  open(dataset: string): void {
    const { x, y, xScale, yScale, pins, target, points, panel, filter } = this.view;
    const fresh = createDefaultView(dataset, this.meta);
    this.active = undefined;
    this.change({
      ...fresh,
      ...{ x, y, xScale, yScale, pins, target, points, panel },
      filter: { ...fresh.filter, distance: filter.distance },
    });
  }

  retry(): void {
    void this.#settle();
  }

  /** Stops a load and goes back to what is drawn. */
  stop(): void {
    this.#abort?.abort();
    this.view = this.drawn;
    this.phase = { kind: "stopped" };
  }

  togglePin(row: Row): void {
    const name = nameRow(row);
    const { pins } = this.view;
    this.change({
      pins: pins.includes(name) ? pins.filter((pin) => pin !== name) : [...pins, name],
    });
  }

  // What the first view can show without its data set: its own frontier, marked or ranked.
  #isFirst(view: ViewState): boolean {
    const { target } = createDefaultView(this.home, this.meta);
    const bare = { ...view, target, pins: [], highlight: "", panel: "plot" as const };
    return (
      view.panel !== "table" &&
      writeView(bare, this.meta).toString() === `data=${this.home}` &&
      view.pins.every((pin) => this.#firstRows.some((row) => nameRow(row) === pin))
    );
  }

  async #settle(): Promise<void> {
    this.#abort?.abort();
    const wanted = this.view;
    const needed = listNeeded(wanted, this.meta);
    const published = new Set(this.#first.index.datasets.map(({ id }) => id));
    const missing = needed.filter((id) => published.has(id) && !this.#loaded.has(id));
    if (missing.length === 0 || this.#isFirst(wanted)) return this.#draw();
    const abort = new AbortController();
    this.#abort = abort;
    const total = missing.reduce((sum, id) => sum + (this.meta.datasets.get(id)?.bytes ?? 0), 0);
    this.phase = { kind: "loading", loaded: 0, total };
    try {
      let before = 0;
      for (const id of missing) {
        const onprogress = (loaded: number): void => {
          this.phase = { kind: "loading", loaded: Math.min(before + loaded, total), total };
        };
        const rows = await loadDataset(id, { signal: abort.signal, onprogress });
        abort.signal.throwIfAborted();
        this.#loaded = new Map(this.#loaded).set(id, rows);
        before += this.meta.datasets.get(id)?.bytes ?? 0;
      }
    } catch (error) {
      if (abort.signal.aborted) return;
      const en = error instanceof Error ? error.message : String(error);
      const sentence =
        error instanceof AssetError
          ? error.sentence
          : { zh: `数据读不出来：${en}。`, en: `${en}.` };
      this.phase = { kind: "failed", sentence };
      return;
    }
    this.#draw();
  }

  #draw(): void {
    this.phase = { kind: "ready" };
    this.drawn = this.view;
    const ids = this.metrics.map(({ id }) => id);
    const usual = ids.includes("recall") ? "recall" : "averagePrecision";
    if (ids.length === 0) return;
    const x = ids.includes(this.view.x) ? {} : ({ x: usual, xScale: "linear" } as const);
    const y = ids.includes(this.view.y) ? {} : ({ y: "qps", yScale: "log" } as const);
    if ("x" in x || "y" in y) {
      this.view = { ...this.view, ...x, ...y };
      this.drawn = this.view;
    }
  }
}

import type { Bilingual } from "../../src/site/languages.ts";
import type { RankedCell } from "./cells.ts";
import type { CorpusId } from "./corpus.ts";
import type { FirstView } from "./first-view.ts";
import type { Gate } from "./gate-sum.ts";
import type { Influence } from "./influence.ts";
import type { Loaded, Reference, Report } from "./protocol.ts";
import type { CellTrace, ShownCharacter, ShownSum } from "./session.ts";
import {
  createSettings,
  type Look,
  type Settings,
  shownCells,
  shownTerms,
  toPlan,
} from "./settings.ts";
import { startWorker, type WorkerClient } from "./worker-client.ts";

export type Phase =
  | { kind: "stored" } // the text of the build
  | { kind: "loading"; loaded: number }
  | { kind: "writing" }
  | { kind: "written"; characters: number; ms: number; firstMs: number }
  | { kind: "stopped" }
  | { kind: "failed"; sentence: Bilingual };

/** One page of texts: its settings, the worker that writes, and what is known of the text. */
export class Writer {
  readonly first = $state.raw() as FirstView;
  settings = $state() as Settings;
  look = $state.raw() as Look;
  phase = $state.raw<Phase>({ kind: "stored" });
  loaded = $state.raw<Loaded | undefined>();
  text = $state.raw<ShownCharacter[]>([]);
  /** The settings that the text was written with. */
  written = $state.raw() as Settings;
  reference = $state.raw<Reference | undefined>();
  cells = $state.raw<RankedCell[]>([]);
  trace = $state.raw<CellTrace | undefined>();
  sums = $state.raw<Record<Gate, ShownSum> | undefined>();
  /** Of the chosen character. */
  influence = $state.raw<Influence | undefined>();
  /** Of the character pointed at, as long as it is. */
  glimpse = $state.raw<Influence | undefined>();
  notes = $state.raw<Bilingual[]>([]);

  #worker: WorkerClient | undefined;
  #engine = "";
  #pointed: number | undefined;
  #isGlancing = false;
  readonly #drafts = new Map<CorpusId, Settings>();
  #isStored = $state(true); // the text is the one of the build

  readonly isBusy = $derived(this.phase.kind === "loading" || this.phase.kind === "writing");
  /** The worker holds the text that is shown, and can be asked about it. */
  readonly isLive = $derived(
    !this.#isStored && !this.isBusy && this.loaded?.corpus === this.written.corpus,
  );
  readonly about = $derived(this.first.models[this.settings.corpus]);
  readonly chosen = $derived(this.text[this.look.at]);

  constructor(first: FirstView) {
    this.first = first;
    this.settings = createSettings("tang");
    this.written = createSettings("tang");
    this.look = first.look;
    this.text = first.text;
    this.cells = first.cells;
    this.#recall();
  }

  /** True where a text with these settings needs a download first. */
  get needsModel(): boolean {
    return this.loaded?.corpus !== this.settings.corpus || this.#engine !== this.settings.engine;
  }

  /** Turns to another corpus, with what the reader last set for it. */
  open(corpus: CorpusId): void {
    const { engine } = this.settings;
    this.#drafts.set(this.settings.corpus, $state.snapshot(this.settings));
    this.settings = { ...(this.#drafts.get(corpus) ?? createSettings(corpus)), engine };
  }

  /** Loads the model if need be, then writes. What was typed stays. */
  write(): void {
    if (this.isBusy) return;
    this.notes = [];
    if (this.#worker && !this.needsModel) {
      this.#send();
      return;
    }
    this.#worker?.end();
    this.loaded = undefined;
    this.phase = { kind: "loading", loaded: 0 };
    this.#engine = this.settings.engine;
    this.#worker = startWorker((report, isGone) => this.#hear(report, isGone));
    this.#worker.load(this.settings.corpus, this.settings.engine === "auto");
  }

  stop(): void {
    if (this.phase.kind === "loading") {
      this.#lose();
      this.phase = { kind: "stopped" };
    } else this.#worker?.stop();
  }

  end(): void {
    this.#worker?.end();
  }

  /** Turns to another character or cell, or ranks the cells in another way. */
  turn(part: Partial<Look>): void {
    const before = this.look;
    const at = Math.min(Math.max(part.at ?? before.at, 0), Math.max(this.text.length - 1, 0));
    this.look = { ...before, ...part, at };
    if (at !== this.#pointed) this.point(undefined);
    if (this.isLive) {
      if (this.look.order !== before.order) void this.#rank();
      void this.#inspect();
    } else this.#recall();
  }

  /** Shows what mattered for another character than the chosen one, until it is told of none. */
  point(at: number | undefined): void {
    this.#pointed = this.isLive ? at : undefined;
    if (this.#pointed === undefined) this.glimpse = undefined;
    else void this.#glance();
  }

  /** All terms of the gates at the look, for a full check. */
  async takeApart(): Promise<Record<Gate, ShownSum> | undefined> {
    const { at, layer, cell } = this.look;
    const terms = Number.MAX_SAFE_INTEGER;
    return this.#worker?.ask("sums", { at, layer, cell, terms }).catch(() => undefined);
  }

  #send(): void {
    this.#isStored = false;
    this.text = [];
    this.point(undefined);
    this.influence = undefined;
    this.reference = undefined;
    this.written = $state.snapshot(this.settings);
    this.phase = { kind: "writing" };
    this.#worker?.write(toPlan(this.written));
  }

  #hear(report: Report, isGone: boolean): void {
    switch (report.kind) {
      case "progress":
        if (this.phase.kind === "loading") this.phase = { ...this.phase, loaded: report.loaded };
        break;
      case "loaded":
        this.loaded = report.about;
        this.#send();
        break;
      case "reference":
        this.reference = report.reference;
        break;
      case "characters":
        this.text = [...this.text, ...report.characters];
        break;
      case "written": {
        const { ms, firstMs } = report;
        this.phase = { kind: "written", characters: this.text.length, ms, firstMs };
        this.#settle();
        break;
      }
      case "stopped":
        this.phase = { kind: "stopped" };
        if (isGone) this.#lose();
        else this.#settle();
        break;
      case "failed":
        this.#lose();
        this.phase = { kind: "failed", sentence: report.sentence };
        break;
    }
  }

  #lose(): void {
    this.#worker?.end();
    this.#worker = undefined;
    this.loaded = undefined;
  }

  // A cell of another model, or a character beyond the end, gives way to one that exists.
  #settle(): void {
    const { layers, hidden } = this.first.models[this.written.corpus];
    const { layer, cell, at } = this.look;
    const isKnown = layer < layers && cell < hidden;
    this.look = {
      ...this.look,
      ...(isKnown ? {} : { layer: 0, cell: 0 }),
      at: Math.min(at, Math.max(this.text.length - 1, 0)),
    };
    void this.#rank();
    void this.#inspect();
  }

  async #rank(): Promise<void> {
    const { order } = this.look;
    const cells = await this.#worker
      ?.ask("rank", { order, count: shownCells })
      .catch(() => undefined);
    if (cells && order === this.look.order) this.cells = cells;
  }

  async #inspect(): Promise<void> {
    const { at, layer, cell } = this.look;
    const worker = this.#worker;
    if (!worker || this.text.length === 0) return;
    const [trace, sums, lengths] = await Promise.all([
      worker.ask("trace", { layer, cell }).catch(() => undefined),
      worker.ask("sums", { at, layer, cell, terms: shownTerms }).catch(() => undefined),
      worker.ask("influence", { at }).catch(() => undefined),
    ]);
    const now = this.look;
    if (at !== now.at || layer !== now.layer || cell !== now.cell) return;
    Object.assign(this, { trace, sums, influence: lengths && { at, lengths } });
  }

  // One question at a time: of the places passed over meanwhile only the last is asked about.
  async #glance(): Promise<void> {
    if (this.#isGlancing) return;
    this.#isGlancing = true;
    while (this.#pointed !== undefined && this.#pointed !== this.glimpse?.at) {
      const at = this.#pointed;
      const lengths = await this.#worker?.ask("influence", { at }).catch(() => undefined);
      if (!lengths) break;
      if (at === this.#pointed) this.glimpse = { at, lengths };
    }
    this.#isGlancing = false;
  }

  // Without the worker the page knows what was stored with the text, or the cell shown last.
  #recall(): void {
    const { look, traces, sums, influence } = this.first;
    const { at, layer, cell } = this.look;
    const isSame = (one: { layer: number; cell: number } | undefined): boolean =>
      one?.layer === layer && one.cell === cell;
    const isStored = this.#isStored && at === look.at;
    const known = this.#isStored ? traces.find(isSame) : this.trace;
    this.trace = isSame(known) ? known : undefined;
    this.sums = isStored && isSame(look) ? sums : undefined;
    this.influence = isStored ? { at, lengths: influence } : undefined;
  }
}

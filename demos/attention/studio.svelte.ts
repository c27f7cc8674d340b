import type { Bilingual } from "../../src/site/languages.ts";
import { createRandom } from "../kit/random.ts";
import { drawFrom, shapeDistribution } from "../kit/sampling.ts";
import type { Cell } from "./cells.ts";
import { type Client, Stopped } from "./client.ts";
import type { FirstView } from "./first-view.ts";
import type { Pattern } from "./head-statistics.ts";
import { type LoadedModel, loadModel } from "./load-model.ts";
import { readNext } from "./next-token.ts";
import type { ForwardOptions } from "./options.ts";
import type { Run } from "./run.ts";
import { createSheet, type Sheet } from "./sheet.ts";
import { openStoredRun } from "./stored-run.ts";
import { createTokens, previewTokens, showCharacter, splitText, type TokenRow } from "./tokens.ts";
import { explain, findStrongest, isComputed, isDeparture, samplingOf } from "./view-facts.ts";
import { defaultTexts, defaultView, type ModelId, type View } from "./view-state.ts";

export type Phase =
  | { kind: "static" | "ready" | "running" | "stopped" }
  | { kind: "loading"; loaded: number; total: number }
  | { kind: "failed"; sentence: Bilingual };

/** How the last run was made. */
export interface RunFacts {
  ms: number;
  bytes: number; // loaded for it
}

const patience = 120; // ms after the last key

/** The state of the page: the view, the model, and what it computed last. */
export class Studio {
  readonly first: FirstView;
  /** What the page opens with: the usual view, at the head whose numbers it holds. */
  readonly home: View;
  view = $state.raw<View>(defaultView);
  notes = $state.raw<Bilingual[]>([]);
  phase = $state.raw<Phase>({ kind: "static" });
  model = $state.raw<LoadedModel | undefined>();
  run = $state.raw<Run | undefined>();
  /** The same text as the model was trained to read it, where the view departs from that. */
  baseline = $state.raw<Run | undefined>();
  facts = $state.raw<RunFacts | undefined>();
  cell = $state.raw<Cell | undefined>();
  filter = $state.raw<{ pattern: Pattern; least: number } | undefined>();
  drawn = $state.raw<number | undefined>();
  accepted = $state.raw<string[]>([]);
  isWriting = $state(false);
  readonly #models = new Map<ModelId, LoadedModel>();
  readonly #stored: Sheet;
  #symbols = $state.raw<string[]>([]);
  #abort: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  readonly sheet: Sheet = $derived.by(() => {
    const { run } = this;
    return run ? createSheet(run, this.#symbols) : this.#stored;
  });
  readonly row: TokenRow = $derived.by(() => {
    const { text, order } = this.view;
    if (this.model) return createTokens(this.model.vocabulary, text, this.model.context, order);
    if (this.isFirst) {
      const { tokens, symbols } = this.first.run;
      return { tokens, symbols, unknown: [], cut: 0 };
    }
    return previewTokens(text, this.context);
  });
  /** Whether the page shows the run of the build for just the text it was made with. */
  readonly isFirst = $derived(
    this.view.model === defaultView.model && this.view.text === defaultView.text,
  );
  readonly layer = $derived(Math.min(this.view.layer, this.sheet.layers - 1));
  readonly head = $derived(Math.min(this.view.head, this.sheet.heads - 1));
  readonly query = $derived(Math.min(this.view.query, this.sheet.T - 1));
  readonly key = $derived(Math.min(this.view.key, this.sheet.T - 1));
  readonly isLive = $derived(this.run !== undefined);
  readonly isChanged = $derived(isDeparture(this.view));
  readonly next = $derived(this.run ? readNext(this.run) : undefined);

  constructor(first: FirstView) {
    this.first = first;
    this.#stored = openStoredRun(first.run);
    const { layer, head } = first.run;
    this.home = { ...defaultView, layer, head, key: findStrongest(this.#stored, layer, head) };
    this.view = this.home;
  }

  get client(): Client | undefined {
    return this.model?.client;
  }

  /** Bytes of the model that the view asks for. */
  get size(): number {
    return this.first.sizes[this.view.model];
  }

  /** The most tokens that this model reads. */
  get context(): number {
    return this.first.contexts[this.view.model];
  }

  /** The character of a token, as it stands in a text. */
  characterOf(token: number): string {
    const { model, first } = this;
    if (model) return model.vocabulary[token] ?? "";
    return first.run.next.find((one) => one.token === token)?.symbol ?? "";
  }

  symbolOf(token: number): string {
    return token === 1 ? "□" : showCharacter(this.characterOf(token));
  }

  options(): ForwardOptions {
    const { mask, positions, divisor, zeroed, edits } = this.view;
    return { mask, positions, divisor: divisor || undefined, zeroed, edits };
  }

  change(patch: Partial<View>): void {
    const before = this.view;
    const isNewText = patch.text !== undefined && patch.text !== before.text;
    this.view = { ...before, ...(isNewText ? { order: [] } : {}), ...patch };
    if (patch.model && patch.model !== before.model) void this.#switchModel(before, patch);
    else if (isComputed(patch) && this.model) this.#schedule(isNewText ? patience : 0);
  }

  /** Loads the model of the view and runs it; again after a failure. */
  async load(): Promise<void> {
    const { model: id } = this.view;
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.phase = { kind: "loading", loaded: 0, total: this.size };
    try {
      const loaded =
        this.#models.get(id) ??
        (await loadModel(id, {
          signal: abort.signal,
          onprogress: (bytes) =>
            (this.phase = { kind: "loading", loaded: bytes, total: this.size }),
        }));
      if (abort.signal.aborted) return;
      this.#models.set(id, loaded);
      this.model = loaded;
      await this.compute();
    } catch (fault) {
      if (abort.signal.aborted) return;
      this.phase = { kind: "failed", sentence: explain(fault) };
    }
  }

  stop(): void {
    this.isWriting = false;
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.#abort?.abort();
    this.client?.stop();
    if (this.phase.kind === "loading" || this.phase.kind === "running")
      this.phase = { kind: "stopped" };
  }

  /** Runs the text of the view; a later call overtakes an earlier one. */
  async compute(): Promise<void> {
    const { model } = this;
    if (!model) return;
    clearTimeout(this.#timer);
    this.#turn += 1;
    const turn = this.#turn;
    const { row } = this;
    this.phase = { kind: "running" };
    try {
      const { answer, ms } = await model.client.call("run", {
        tokens: row.tokens,
        options: this.options(),
      });
      const baseline = this.isChanged ? await this.#computeBaseline(model) : undefined;
      if (turn !== this.#turn) return;
      this.#symbols = row.symbols;
      this.run = answer;
      this.baseline = baseline;
      this.facts = { ms, bytes: model.bytes };
      this.drawn = undefined;
      this.phase = { kind: "ready" };
    } catch (fault) {
      if (fault instanceof Stopped || turn !== this.#turn) return;
      this.phase = { kind: "failed", sentence: explain(fault) };
    }
  }

  /** Draws the next token by the sampling of the view; nothing before a run. */
  draw(): number | undefined {
    const { run, view } = this;
    if (!run) return undefined;
    const V = run.logits.length / run.T;
    const logits = run.logits.subarray(V * (run.T - 1));
    const p = shapeDistribution(logits, { ...samplingOf(view), banned: [1] });
    this.drawn = drawFrom(p, createRandom(view.seed));
    this.change({ seed: view.seed + 1 });
    return this.drawn;
  }

  /** Writes a token at the end of the text. */
  accept(token: number): void {
    this.accepted = [...this.accepted, this.view.text];
    this.change({ text: this.view.text + this.characterOf(token), query: this.row.tokens.length });
  }

  undo(): void {
    const text = this.accepted.at(-1);
    if (text === undefined) return;
    this.accepted = this.accepted.slice(0, -1);
    this.change({ text, query: splitText(text).length });
  }

  /** Draws and accepts until a line end, a full context, or a stop. */
  async write(): Promise<void> {
    const { model } = this;
    if (!model) return;
    this.isWriting = true;
    while (this.isWriting && this.row.tokens.length < model.context) {
      const token = this.draw();
      if (token === undefined || token === 0) break;
      this.accept(token);
      await this.compute();
    }
    this.isWriting = false;
  }

  async #computeBaseline(model: LoadedModel): Promise<Run> {
    const { tokens } = createTokens(model.vocabulary, this.view.text, model.context);
    return (await model.client.call("run", { tokens, options: {} })).answer;
  }

  async #switchModel(before: View, patch: Partial<View>): Promise<void> {
    const isUsual = before.text === defaultTexts[before.model] || before.text === "";
    const text = patch.text ?? (isUsual ? defaultTexts[this.view.model] : before.text);
    const query = splitText(text).length;
    this.view = { ...this.view, text, query, zeroed: [], edits: [], order: [] };
    this.accepted = [];
    this.cell = undefined;
    const wasLive = this.model !== undefined;
    this.model = this.#models.get(this.view.model);
    this.run = undefined;
    this.baseline = undefined;
    if (this.model) await this.compute();
    else if (wasLive) this.phase = { kind: "static" };
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.compute(), delay);
  }
}

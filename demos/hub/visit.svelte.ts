import { Stopped } from "../attention/client.ts";
import { formatBytes } from "../attention/format.ts";
import { assetUrl } from "../kit/assets.ts";
import type { OnnxDevice } from "../kit/onnx-runtime.ts";
import { defaultForm, type Form } from "./address.ts";
import { HubClient } from "./client.ts";
import { type CpuReason, chooseDevice } from "./device.ts";
import type { Folders, Offer, Run } from "./protocol.ts";
import { hubHost, readSource, type Source, type SourceFault } from "./source.ts";

export type Fault =
  | { kind: SourceFault | "text" | "long" | "empty" }
  | { kind: "blocked"; host: string }
  | { kind: "other"; detail: string };

export type Phase =
  | { kind: "idle" | "looking" | "working" | "stopped" }
  | { kind: "loading"; loaded: number; total: number }
  | { kind: "failed"; fault: Fault };

/** The state of the page: what the reader filled in, what was found, and what ran last. */
export class Visit {
  form = $state.raw<Form>(defaultForm);
  phase = $state.raw<Phase>({ kind: "idle" });
  offers = $state.raw<Offer[] | undefined>();
  dtype = $state("");
  run = $state.raw<Run | undefined>();
  reason = $state.raw<CpuReason | undefined>();
  readonly #client = new HubClient();

  readonly offer: Offer | undefined = $derived(
    this.offers?.find(({ dtype }) => dtype === this.dtype),
  );
  readonly bytes: number = $derived(
    this.offer?.files.reduce((sum, { bytes = 0 }) => sum + bytes, 0) ?? 0,
  );
  /** Some servers do not say how long a compressed file is. */
  readonly size: string = $derived.by(() => {
    const isKnown = this.offer?.files.every(({ bytes }) => bytes !== undefined) ?? true;
    return `${isKnown ? "" : "> "}${formatBytes(this.bytes)}`;
  });
  readonly isBusy: boolean = $derived(["looking", "loading", "working"].includes(this.phase.kind));

  /** Another model makes what was found and computed of the last one void; another text does not. */
  change(part: Partial<Form>): void {
    const isOther = "place" in part || "model" in part || "host" in part;
    this.form = { ...this.form, ...part };
    if (!isOther) return;
    this.offers = undefined;
    this.run = undefined;
    if (!this.isBusy) this.phase = { kind: "idle" };
  }

  /** Asks for the files and their sizes: the first request that leaves the page. */
  async look(): Promise<void> {
    const source = this.#readForm();
    if (!source) return;
    this.phase = { kind: "looking" };
    try {
      const report = await this.#client.ask(
        { kind: "look", source, folders: listFolders() },
        () => {},
      );
      if (report.kind !== "looked") return;
      this.offers = report.offers;
      this.dtype =
        (report.offers.find(({ dtype }) => dtype === "q8") ?? report.offers[0])?.dtype ?? "";
      this.phase = this.dtype ? { kind: "idle" } : { kind: "failed", fault: { kind: "empty" } };
    } catch (fault) {
      this.#fail(fault, source);
    }
  }

  async start(): Promise<void> {
    const source = this.#readForm();
    const text = this.form.text;
    if (!source || !this.offer) return;
    if (text.trim() === "") {
      this.phase = { kind: "failed", fault: { kind: "text" } };
      return;
    }
    this.phase = { kind: "working" };
    const { device, reason } = await chooseDevice();
    this.reason = reason;
    try {
      await this.#runOn(device, source, text);
    } catch (fault) {
      if (device === "wasm" || fault instanceof Stopped) return this.#fail(fault, source);
      this.reason = "failed";
      await this.#runOn("wasm", source, text).catch((again: unknown) => this.#fail(again, source));
    }
  }

  stop(): void {
    this.#client.stop();
  }

  async #runOn(device: OnnxDevice, source: Source, text: string): Promise<void> {
    const order = {
      kind: "run",
      source,
      folders: listFolders(),
      dtype: this.dtype,
      device,
      text,
    } as const;
    const report = await this.#client.ask(order, (loaded, total) => {
      this.phase = loaded < total ? { kind: "loading", loaded, total } : { kind: "working" };
    });
    if (report.kind !== "ran") return;
    this.run = report.run;
    this.phase = { kind: "idle" };
  }

  #readForm(): Source | undefined {
    const { place, model, host } = this.form;
    const read = readSource(place, model, host);
    if ("source" in read) return read.source;
    this.phase = { kind: "failed", fault: { kind: read.fault } };
    return undefined;
  }

  #fail(fault: unknown, source: Source): void {
    if (fault instanceof Stopped) this.phase = { kind: "stopped" };
    else this.phase = { kind: "failed", fault: describe(String((fault as Error).message), source) };
  }
}

function describe(detail: string, { place, host }: Source): Fault {
  if (detail.startsWith("too many tokens")) return { kind: "long" };
  const isLoad = /fetch|load|locate|network|unauthori|not found|forbidden|40[0-9]|JSON/i.test(
    detail,
  );
  if (!isLoad) return { kind: "other", detail };
  return { kind: "blocked", host: place === "local" ? location.origin : host || hubHost };
}

/** Whole addresses, since a Worker knows no base; but local models are looked for by path alone. */
function listFolders(): Folders {
  const locate = (path: string) => new URL(assetUrl(path), location.href);
  return { models: locate("models/").pathname, runtime: locate("runtime/onnx/").href };
}

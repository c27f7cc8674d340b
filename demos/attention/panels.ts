import type { Component } from "svelte";
import type { Language } from "../../src/site/languages.ts";
import type { Studio } from "./studio.svelte.ts";
import type { ModelId } from "./view-state.ts";

/** What every panel gets: the run, the model and the selection are the studio's. */
export interface PanelProps {
  studio: Studio;
  lang: Language;
}

export interface Panel {
  id: PanelId;
  load: () => Promise<{ default: Component<PanelProps> }>;
  /** Works before a model is loaded. */
  isFree?: boolean;
  /** Says something on this model alone. */
  only?: ModelId;
}

export const panelIds = [
  "edit",
  "positions",
  "scale",
  "heads",
  "acrostic",
  "poem",
  "statistics",
  "lens",
  "inside",
  "cache",
  "compare",
  "translation",
  "explanation",
  "toy",
  "engine",
  "export",
] as const;
export type PanelId = (typeof panelIds)[number];

/** The folded parts of the page, in order; each is loaded when it is opened. */
export const panels: Panel[] = [
  { id: "edit", load: () => import("./panels/Edit.svelte") },
  { id: "positions", load: () => import("./panels/Positions.svelte") },
  { id: "scale", load: () => import("./panels/Scale.svelte") },
  { id: "heads", load: () => import("./panels/MultiHead.svelte") },
  { id: "acrostic", load: () => import("./panels/Acrostic.svelte"), only: "tang" },
  { id: "poem", load: () => import("./panels/PoemHeads.svelte"), only: "tang" },
  { id: "statistics", load: () => import("./panels/Statistics.svelte"), isFree: true },
  { id: "lens", load: () => import("./panels/Lens.svelte") },
  { id: "inside", load: () => import("./panels/Inside.svelte") },
  { id: "cache", load: () => import("./panels/Cache.svelte") },
  { id: "compare", load: () => import("./panels/Compare.svelte") },
  { id: "translation", load: () => import("./panels/Translation.svelte"), isFree: true },
  { id: "explanation", load: () => import("./panels/Explanation.svelte") },
  { id: "toy", load: () => import("./panels/Toy.svelte"), isFree: true },
  { id: "engine", load: () => import("./panels/Engine.svelte") },
  { id: "export", load: () => import("./panels/Export.svelte"), isFree: true },
];

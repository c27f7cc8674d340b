import type { Bilingual } from "../../src/site/languages.ts";

export const families = [
  "feedforward",
  "convolutional",
  "recurrent",
  "autoencoder",
  "energy",
  "generative",
  "reservoir",
  "attention",
  "other",
] as const;

export const cellKinds = [
  "input",
  "noise",
  "hidden",
  "output",
  "copy",
  "recurrent",
  "gated",
  "stochastic",
  "kernel",
  "convolution",
  "pooling",
  "spiking",
  "memory",
  "attention",
  "router",
  "coupling",
] as const;

export const shapes = ["column", "ring", "grid", "row"] as const;
export const bands = ["whole", "top", "bottom"] as const;

/** Between two layers: the first seven. Inside one layer: the last four. */
export const rules = [
  "full",
  "one",
  "local",
  "sparse",
  "skip",
  "back",
  "both",
  "self",
  "within",
  "chain",
  "neighbours",
] as const;

/** Whether one still builds it: as such, as a part of others, seldom, or no longer. */
export const useStates = ["yes", "part", "seldom", "no"] as const;

export type Family = (typeof families)[number];
export type CellKind = (typeof cellKinds)[number];
export type Rule = (typeof rules)[number];
export type UseState = (typeof useStates)[number];

/** Cells that stand together; a layer stands to the right of the one before unless it shares `column`. */
export interface Layer {
  cells: Partial<Record<CellKind, number | undefined>>; // how many of each kind, in this order
  shape: (typeof shapes)[number];
  band: (typeof bands)[number];
  column?: number | undefined; // from 0; else one more than that of the layer before
}

export interface Connection {
  from: number; // layers by their place in the list
  to: number;
  rule: Rule;
}

/** What is drawn of a network: a few cells that stand for many. */
export interface Network {
  layers: Layer[];
  edges: Connection[];
}

/** One architecture, as content/zoo/zoo.yaml describes it. */
export interface ZooEntry extends Network {
  id: string;
  short: string; // the usual abbreviation
  names: Bilingual;
  family: Family;
  poster: boolean; // one of the 27 of van Veen (2016)
  year: number; // of the paper
  idea: Bilingual;
  formula: string; // TeX
  training: Bilingual;
  paper: string; // id in references.bib
  used: { state: UseState; reason: Bilingual };
  link: string; // of a pattern, an article or a live figure, e.g. `pattern:u-net`
}

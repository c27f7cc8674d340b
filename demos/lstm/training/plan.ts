import type { CellKind, NetworkShape } from "./network-shape.ts";

/** What may be set, where it ends and where it starts. Rate and clip move by equal ratios. */
export const settings = {
  units: { min: 16, max: 256, step: 16, value: 64 },
  layers: { min: 1, max: 2, step: 1, value: 1 },
  rate: { min: 0.0001, max: 0.03, step: 0, value: 0.005 },
  length: { min: 8, max: 128, step: 8, value: 32 },
  batch: { min: 1, max: 64, step: 1, value: 8 },
  clip: { min: 0.1, max: 10, step: 0, value: 1 },
  steps: { min: 10, max: 5000, step: 10, value: 300 },
  every: { min: 5, max: 500, step: 5, value: 25 },
  seed: { min: 0, max: 9999, step: 1, value: 1 },
} as const;

export type SettingName = keyof typeof settings;

export const settingNames = Object.keys(settings) as SettingName[];

/** One training run as the reader asked for it. */
export interface Plan extends Record<SettingName, number> {
  cell: CellKind;
  hasAttention: boolean;
}

export function createPlan(): Plan {
  const values = settingNames.map((name) => [name, settings[name].value]);
  return {
    ...(Object.fromEntries(values) as Record<SettingName, number>),
    cell: "lstm",
    hasAttention: false,
  };
}

/** The network of a plan; the embedding is half as wide as the hidden state. */
export function shapeNetwork(plan: Plan, vocabulary: number): NetworkShape {
  return {
    cell: plan.cell,
    layers: plan.layers,
    embedding: plan.units / 2,
    hidden: plan.units,
    vocabulary,
    hasAttention: plan.hasAttention,
  };
}

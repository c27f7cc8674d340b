import type { Bilingual } from "../../src/site/languages.ts";

/** A number that the reader may vary. Log inputs move by equal ratios along the slider. */
export interface CalculatorInput {
  id: string;
  label: Bilingual;
  unit?: string;
  min: number;
  max: number;
  step?: number; // of a linear slider; absent on a log slider
  scale?: "linear" | "log";
  value: number; // shown first, and used by readers without JavaScript
}

export interface CalculatorOutput {
  id: string;
  label: Bilingual;
  unit?: string;
}

/** Consequences in numbers: named inputs, a pure function, named outputs. */
export interface Calculator {
  inputs: CalculatorInput[];
  outputs: CalculatorOutput[];
  compute(values: Record<string, number>): Record<string, number>;
}

/** The inputs at their first values. */
export function readDefaults({ inputs }: Calculator): Record<string, number> {
  return Object.fromEntries(inputs.map(({ id, value }) => [id, value]));
}

import type { Bilingual } from "../../../src/site/languages.ts";
import { createAddressReader } from "../../kit/address-reader.ts";
import { putChoice } from "../../kit/address-writer.ts";
import { type EngineChoice, engineIds } from "./engine.ts";
import { cellKinds } from "./network-shape.ts";
import { createPlan, type Plan, settingNames, settings } from "./plan.ts";

/** What the address of the page says of training: what differs from the usual. */
export interface TrainingView {
  plan: Plan;
  engine: EngineChoice;
}

const keys = ["cell", "attention", "backend", ...settingNames] as const;

export function readTrainingView(params: URLSearchParams): TrainingView & { notes: Bilingual[] } {
  const reader = createAddressReader(params);
  const usual = createPlan();
  const plan: Plan = {
    ...usual,
    cell: reader.choose("cell", cellKinds, usual.cell),
    hasAttention: reader.choose("attention", ["on", "off"], "off") === "on",
  };
  for (const name of settingNames) {
    const { min, max, step } = settings[name];
    const value = reader.chooseNumber(name, min, max, usual[name]);
    plan[name] = step === 0 ? value : min + Math.round((value - min) / step) * step;
  }
  const choices: EngineChoice[] = ["auto", ...engineIds];
  return { plan, engine: reader.choose("backend", choices, "auto"), notes: reader.notes };
}

/** The query of the page with the view in it; what others wrote there stays. */
export function writeTrainingView({ plan, engine }: TrainingView, query: string): URLSearchParams {
  const params = new URLSearchParams(query);
  for (const key of keys) params.delete(key);
  const usual = createPlan();
  putChoice(params, "cell", plan.cell, usual.cell);
  putChoice(params, "attention", plan.hasAttention ? "on" : "off", "off");
  for (const name of settingNames) {
    const { min, max } = settings[name];
    // A loaded model may be larger than the sliders allow.
    if (plan[name] !== usual[name] && plan[name] >= min && plan[name] <= max)
      params.set(name, String(Number(plan[name].toPrecision(4))));
  }
  putChoice(params, "backend", engine, "auto");
  return params;
}

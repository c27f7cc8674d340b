/** The contestants, in the order in which they run. */
export const contestantIds = [
  "brute-force",
  "inverted-file",
  "projection-forest",
  "hnsw",
  "brute-force-webgpu",
] as const;

export type ContestantId = (typeof contestantIds)[number];

/** What may be set, where it ends and where it starts. */
export const settings = {
  n: { min: 500, max: 20_000, step: 500, value: 5000 },
  d: { min: 8, max: 256, step: 8, value: 64 },
  clusters: { min: 1, max: 200, step: 1, value: 50 },
  k: { min: 1, max: 50, step: 1, value: 10 },
  nlist: { min: 4, max: 512, step: 4, value: 64 },
  trees: { min: 1, max: 40, step: 1, value: 10 },
  leaf: { min: 8, max: 256, step: 8, value: 32 },
  M: { min: 4, max: 48, step: 1, value: 16 },
  efConstruction: { min: 10, max: 400, step: 10, value: 100 },
  seed: { min: 0, max: 2 ** 32 - 1, step: 1, value: 1 },
} as const;

export type SettingName = keyof typeof settings;

export const settingNames = Object.keys(settings) as SettingName[];

/** One run as the reader asked for it. */
export interface LivePlan extends Record<SettingName, number> {
  contestants: ContestantId[];
}

export const QUERIES = 200;

export function createPlan(): LivePlan {
  const values = settingNames.map((name) => [name, settings[name].value]);
  return {
    ...(Object.fromEntries(values) as Record<SettingName, number>),
    contestants: contestantIds.filter((id) => id !== "brute-force-webgpu"),
  };
}

/** Why a plan cannot run. `value` broke the rule, `limit` is the number it was held against. */
export type PlanFault =
  | { kind: "no-contestant" }
  | { kind: "out-of-range"; name: SettingName; value: number; min: number; max: number }
  | { kind: "nlist-above-n"; value: number; limit: number }
  | { kind: "construction-below-M"; value: number; limit: number };

/** All faults of a plan; an empty list means that it can run. */
export function checkPlan(plan: LivePlan): PlanFault[] {
  const faults: PlanFault[] = plan.contestants.length === 0 ? [{ kind: "no-contestant" }] : [];
  for (const name of settingNames) {
    const { min, max } = settings[name];
    const value = plan[name];
    if (!Number.isInteger(value) || value < min || value > max) {
      faults.push({ kind: "out-of-range", name, value, min, max });
    }
  }
  const { n, nlist, M, efConstruction } = plan;
  if (plan.contestants.includes("inverted-file") && nlist > n) {
    faults.push({ kind: "nlist-above-n", value: nlist, limit: n });
  }
  if (plan.contestants.includes("hnsw") && efConstruction < M) {
    faults.push({ kind: "construction-below-M", value: efConstruction, limit: M });
  }
  return faults;
}

import {
  type ContestantId,
  contestantIds,
  createPlan,
  type LivePlan,
  settingNames,
  settings,
} from "./plan.ts";

/** A plan as text for an address, e.g. `n=10000,M=24,run=hnsw+brute-force`: what is not as usual. */
export function writePlan(plan: LivePlan): string {
  const usual = createPlan();
  const parts = settingNames
    .filter((name) => plan[name] !== usual[name] && !Number.isNaN(plan[name]))
    .map((name) => `${name}=${plan[name]}`);
  const contestants = listContestants(plan.contestants);
  if (contestants !== listContestants(usual.contestants)) parts.push(`run=${contestants}`);
  return parts.join(",");
}

/** The plan that `writePlan` wrote; whatever is unknown or out of range is as usual. */
export function readPlan(text: string): LivePlan {
  const plan = createPlan();
  const values = new Map<string, string>();
  for (const part of text.split(",")) {
    const [name, value] = part.split("=", 2);
    if (name && value) values.set(name, value);
  }
  for (const name of settingNames) {
    const value = Number(values.get(name) ?? Number.NaN);
    const { min, max } = settings[name];
    if (Number.isInteger(value) && value >= min && value <= max) plan[name] = value;
  }
  const asked = values.get("run")?.split("+");
  const known = contestantIds.filter((id) => asked?.includes(id));
  if (known.length > 0) plan.contestants = known;
  return plan;
}

function listContestants(ids: readonly ContestantId[]): string {
  return contestantIds.filter((id) => ids.includes(id)).join("+");
}

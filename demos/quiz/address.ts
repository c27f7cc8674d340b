import { type Mode, modes } from "./session.ts";

export const panels = ["home", "sheet"] as const;
export type Panel = (typeof panels)[number];

/** What the address of the page says; the answers are in the browser's storage. */
export interface Address {
  panel: Panel;
  mode: Mode;
  scope: string; // all, due, contested or a topic
  seed: number;
  question: string; // id, or "" for none
}

export const defaultAddress: Address = {
  panel: "home",
  mode: "practice",
  scope: "all",
  seed: 0,
  question: "",
};

export const largestSeed = 9999;

/** Reads the address; what cannot be used keeps its default and is named in `refused`. */
export function readAddress(
  params: URLSearchParams,
  known: { scopes: readonly string[]; questions: readonly string[] },
): { address: Address; refused: string[] } {
  const refused: string[] = [];
  const pick = <T extends string>(name: string, values: readonly T[], fallback: T): T => {
    const given = params.get(name);
    if (given === null) return fallback;
    const value = values.find((one) => one === given);
    if (value === undefined) refused.push(`${name}=${given}`);
    return value ?? fallback;
  };
  const address: Address = {
    panel: pick("view", panels, defaultAddress.panel),
    mode: pick("mode", modes, defaultAddress.mode),
    scope: pick("topic", known.scopes, defaultAddress.scope),
    seed: defaultAddress.seed,
    question: pick("q", known.questions, defaultAddress.question),
  };
  const seed = params.get("seed");
  if (seed === null) return { address, refused };
  if (isSeed(Number(seed)) && /^\d+$/.test(seed))
    return { address: { ...address, seed: Number(seed) }, refused };
  return { address, refused: [...refused, `seed=${seed}`] };
}

/** The query of an address, without what is as usual. */
export function writeAddress({ panel, mode, scope, seed, question }: Address): URLSearchParams {
  const params = new URLSearchParams();
  if (panel !== defaultAddress.panel) params.set("view", panel);
  if (mode !== defaultAddress.mode) params.set("mode", mode);
  if (scope !== defaultAddress.scope) params.set("topic", scope);
  if (seed !== defaultAddress.seed) params.set("seed", String(seed));
  if (question !== defaultAddress.question) params.set("q", question);
  return params;
}

export function isSeed(seed: number): boolean {
  return Number.isInteger(seed) && seed >= 0 && seed <= largestSeed;
}

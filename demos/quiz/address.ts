import { createAddressReader } from "../kit/address-reader.ts";
import { putChoice } from "../kit/address-writer.ts";
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
  const { choose, refuse, refused } = createAddressReader(params);
  const address: Address = {
    panel: choose("view", panels, defaultAddress.panel),
    mode: choose("mode", modes, defaultAddress.mode),
    scope: choose("topic", known.scopes, defaultAddress.scope),
    seed: defaultAddress.seed,
    question: choose("q", known.questions, defaultAddress.question),
  };
  const seed = params.get("seed");
  if (seed === null) return { address, refused };
  if (/^\d+$/.test(seed) && isSeed(Number(seed))) address.seed = Number(seed);
  else refuse("seed", seed);
  return { address, refused };
}

/** The query of an address, without what is as usual. */
export function writeAddress({ panel, mode, scope, seed, question }: Address): URLSearchParams {
  const params = new URLSearchParams();
  putChoice(params, "view", panel, defaultAddress.panel);
  putChoice(params, "mode", mode, defaultAddress.mode);
  putChoice(params, "topic", scope, defaultAddress.scope);
  putChoice(params, "seed", seed, defaultAddress.seed);
  putChoice(params, "q", question, defaultAddress.question);
  return params;
}

export function isSeed(seed: number): boolean {
  return Number.isInteger(seed) && seed >= 0 && seed <= largestSeed;
}

import { type CellKind, type Rule, rules, type ZooEntry } from "./entry.ts";
import { kindsOf } from "./filters.ts";
import { layoutNetwork } from "./layout.ts";

export const aspects = [
  "family",
  "year",
  "kinds",
  "cells",
  "lines",
  "rules",
  "training",
  "used",
] as const;

export type Aspect = (typeof aspects)[number];

/** What two networks have and have not in common. */
export interface Comparison {
  different: Aspect[];
  onlyFirst: CellKind[];
  onlySecond: CellKind[];
}

export function compareEntries(a: ZooEntry, b: ZooEntry): Comparison {
  const [kindsOfA, kindsOfB] = [kindsOf(a), kindsOf(b)];
  return {
    different: aspects.filter((aspect) => facetOf(a, aspect) !== facetOf(b, aspect)),
    onlyFirst: kindsOfA.filter((kind) => !kindsOfB.includes(kind)),
    onlySecond: kindsOfB.filter((kind) => !kindsOfA.includes(kind)),
  };
}

/** The rules by which a network is connected, each once. */
export function rulesOf({ edges }: Pick<ZooEntry, "edges">): Rule[] {
  return rules.filter((rule) => edges.some((edge) => edge.rule === rule));
}

/** How many cells and lines the drawing of a network has. */
export function countDrawn(entry: ZooEntry): { cells: number; lines: number } {
  const { cells, edges } = layoutNetwork(entry);
  return { cells: cells.length, lines: edges.length };
}

function facetOf(entry: ZooEntry, aspect: Aspect): string | number {
  if (aspect === "family") return entry.family;
  if (aspect === "year") return entry.year;
  if (aspect === "kinds") return kindsOf(entry).join();
  if (aspect === "rules") return rulesOf(entry).join();
  if (aspect === "training") return entry.training.en;
  if (aspect === "used") return entry.used.state;
  return countDrawn(entry)[aspect];
}

import type { Catalog } from "./catalog.ts";
import type { Bilingual } from "./languages.ts";
import { type RelationType, relationTypes } from "./schema.ts";

/** How a relation reads from the page it is shown on; the inverses are derived, never written. */
export type RelationLabel = RelationType | "used-by" | "refined-by" | "follows";

export interface RelationEntry {
  label: RelationLabel;
  to: string; // slug of the other pattern
  reason: Bilingual | undefined; // planned patterns give none yet
}

const inverses: Partial<Record<RelationType, RelationLabel>> = {
  uses: "used-by",
  refines: "refined-by",
  precedes: "follows",
};

/** The order in which a page lists its relations. */
export const relationLabels: readonly RelationLabel[] = [
  "uses",
  "used-by",
  "refines",
  "refined-by",
  "composes-with",
  "alternative-to",
  "contrasts-with",
  "precedes",
  "follows",
];

/** The relations of every pattern, written and planned, seen from both sides. */
export function collectRelations({ patterns, plan }: Catalog): Map<string, RelationEntry[]> {
  const entries = new Map<string, RelationEntry[]>(
    [...patterns, ...plan].map(({ slug }) => [slug, []]),
  );
  const add = (from: string, type: RelationType, to: string, reason: Bilingual | undefined) => {
    entries.get(from)?.push({ label: type, to, reason });
    const inverse = relationTypes[type].isSymmetric ? type : inverses[type];
    if (inverse) entries.get(to)?.push({ label: inverse, to: from, reason });
  };
  for (const { slug, relations } of patterns) {
    for (const { to, type, reason } of relations) add(slug, type, to, reason);
  }
  for (const { slug, relations } of plan) {
    for (const { to, type } of relations) add(slug, type, to, undefined);
  }
  const rank = ({ label }: RelationEntry) => relationLabels.indexOf(label);
  for (const list of entries.values()) list.sort((a, b) => rank(a) - rank(b));
  return entries;
}

/** How many relations the whole plan declares; an inverse is not counted again. */
export function countRelations({ patterns, plan }: Catalog): number {
  return [...patterns, ...plan].reduce((sum, { relations }) => sum + relations.length, 0);
}

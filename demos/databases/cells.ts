import type { Language } from "../../src/site/languages.ts";
import type { Database } from "./database.ts";
import { type FacetId, facets } from "./facets.ts";
import { labels } from "./labels.ts";

/** The columns of the table after the name, in order. */
export const columns: readonly FacetId[] = [
  "state",
  "training",
  "moves",
  "families",
  "languages",
  "automl",
  "gpu",
  "imports",
  "exports",
  "licence",
];

/** The word for one value of a property. */
export function nameValue(id: FacetId, value: string, lang: Language): string {
  const words: Record<string, string> = labels[lang].values[id];
  return words[value] ?? value;
}

/** What a cell says. */
export function formatCell(database: Database, id: FacetId, lang: Language): string {
  const values = facets[id].read(database).map((value) => nameValue(id, value, lang));
  return values.join(lang === "zh" ? "、" : ", ");
}

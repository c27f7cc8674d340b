import type { PageText } from "./page-text.ts";
import { foldText } from "./tokens.ts";

/** One row of `catalog.json`: [Pagefind's id, path from the root of the site, title, kind, chapter]. */
export type CatalogRow = [id: string, path: string, title: string, kind: string, chapter: string];

/** What lies beside Pagefind's files of one language: every page by name, and the Latin words. */
export interface SearchCatalog {
  version: string; // changes with the index
  pages: CatalogRow[];
  words: string; // folded words with letters, sorted, one space between two
}

/** The words of a page that a query may give only the beginning of. */
export function listWords({ blocks }: PageText): Set<string> {
  const words = new Set<string>();
  for (const { text } of blocks) {
    for (const run of text.match(/(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu) ?? []) {
      const parts = [run, ...run.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u)]; // ResNet: res, net
      for (const part of parts) if (/\p{L}/u.test(part)) words.add(foldText(part));
    }
  }
  return words;
}

import type { PageText } from "./page-text.ts";
import { foldText } from "./tokens.ts";

/** A page as `catalog.json` lists it. */
export interface CatalogPage {
  textId: string; // Pagefind's name for the text of the page, or ""
  besideId: string; // Pagefind's name for what stands beside the text, or ""
  path: string; // from the root of the site, without a slash before it
  title: string;
  kind: string;
  chapter: string;
}

/** What lies beside Pagefind's files of one language: every page by name, and the Latin words. */
export interface SearchCatalog {
  version: string; // changes with the index
  pages: CatalogPage[];
  words: string; // folded words with letters, sorted, one space between two
  traditional: string; // pairs of a traditional character and its simplified one
}

/** The words of a page that a query may give only the beginning of. */
export function listWords({ blocks, asides }: PageText): Set<string> {
  const words = new Set<string>();
  for (const { text } of [...blocks, ...asides]) {
    for (const run of text.match(/(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu) ?? []) {
      const parts = [run, ...run.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u)]; // ResNet: res, net
      for (const part of parts) if (/\p{L}/u.test(part)) words.add(foldText(part));
    }
  }
  return words;
}

import { assetUrl, loadJson } from "../../demos/kit/assets.ts";
import type { SearchCatalog } from "../search/catalog.ts";
import type { Hit, SearchIndex } from "../search/engine.ts";
import type { Fragment } from "../search/excerpt.ts";
import type { SearchTerm } from "../search/expand.ts";
import type { Language } from "../site/languages.ts";

/** The part of Pagefind's module that we use. */
interface PagefindModule {
  createInstance(options: { metaCacheTag: string; noWorker: boolean }): PagefindInstance;
}

interface PagefindInstance {
  search(query: string): Promise<{ results: (Hit & { data(): Promise<Fragment> })[] }>;
}

export interface SearchSource extends SearchIndex {
  /** The text of a page that an earlier search found. */
  read(id: string): Promise<Fragment | undefined>;
}

const sources = new Map<Language, Promise<SearchSource>>();
let attempts = 0;

/** Loads the index of a language once; after a failure the next call tries again. */
export function loadSearchSource(lang: Language): Promise<SearchSource> {
  const loaded = sources.get(lang) ?? openSource(lang);
  sources.set(lang, loaded);
  loaded.catch(() => sources.delete(lang));
  return loaded;
}

async function openSource(lang: Language): Promise<SearchSource> {
  attempts += 1;
  const folder = assetUrl(`pagefind/${lang}/`);
  // A module that failed to load stays failed under its address, hence a new one per attempt.
  const script = `${folder}pagefind.js${attempts > 1 ? `?attempt=${attempts}` : ""}`;
  const [module, catalog, terms] = await Promise.all([
    import(/* @vite-ignore */ script) as Promise<PagefindModule>,
    loadJson(`${folder}catalog.json`) as Promise<SearchCatalog>,
    loadJson("data/search-terms.json") as Promise<SearchTerm[]>,
  ]);
  // An answer takes many short questions: each is 0.1 ms here, and several ms through a worker.
  const pagefind = module.createInstance({ metaCacheTag: catalog.version, noWorker: true });
  const readers = new Map<string, () => Promise<Fragment>>();
  const ask = async (query: string): Promise<Hit[]> => {
    const { results } = await pagefind.search(query);
    for (const result of results) readers.set(result.id, () => result.data());
    return results;
  };
  return { ask, catalog, terms, lang, read: async (id) => readers.get(id)?.() };
}

import temml from "temml";
import { type Catalog, loadCatalog } from "../../src/site/catalog.ts";
import { demoAbouts } from "../../src/site/demos.ts";
import type { Language } from "../../src/site/languages.ts";
import { pageIdLink, resolvePageId } from "../../src/site/page-ids.ts";
import { shortCitation } from "../../src/site/references.ts";
import { pageUrl } from "../../src/site/urls.ts";
import { loadZoo } from "../../src/site/zoo.ts";
import type { ZooEntry } from "./entry.ts";

/** An entry with what only the build can say: its maths, its paper and where its link leads. */
export interface ShownEntry extends ZooEntry {
  mathml: string;
  source: { text: string; title: string; url: string };
  target: { text: string; url: string; isPlanned: boolean };
}

/** Reads the content of the project; for the build only. */
export function readFirstView(lang: Language): ShownEntry[] {
  const catalog = loadCatalog();
  return loadZoo().map((entry) => {
    const reference = catalog.references.get(entry.paper);
    if (!reference) throw new Error(`unknown reference: ${entry.paper}`);
    const { title, url } = reference;
    return {
      ...entry,
      mathml: temml.renderToString(entry.formula, { displayMode: true, throwOnError: true }),
      source: { text: shortCitation(reference, lang), title, url },
      target: resolveTarget(entry.link, catalog, lang),
    };
  });
}

function resolveTarget(link: string, catalog: Catalog, lang: Language): ShownEntry["target"] {
  const [, kind = "", id = ""] = pageIdLink.exec(link) ?? [];
  const page = resolvePageId(catalog, kind, id);
  const names = {
    pattern: [...catalog.patterns, ...catalog.plan].find(({ slug }) => slug === id)?.names,
    article: catalog.articles.find(({ slug }) => slug === id)?.title,
  };
  const about = demoAbouts.find(({ name }) => name === id)?.about[lang].title;
  const text = kind === "demo" ? about : names[kind === "article" ? kind : "pattern"]?.[lang];
  if (!page || !text) throw new Error(`unknown link: ${link}`);
  return { text, url: pageUrl(lang, page.path), isPlanned: page.isPlanned };
}

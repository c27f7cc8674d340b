import { loadCatalog } from "../../src/site/catalog.ts";
import { readDatabases, sourcesOfDatabases } from "../../src/site/databases.ts";
import type { Database } from "./database.ts";

/** What the page holds: every database, and for each source its title and address. */
export interface FirstView {
  databases: Database[];
  sources: Record<string, { title: string; url: string }>;
}

let loaded: FirstView | undefined;

/** Reads the content of the project; for the build only. Throws on a source that is unknown. */
export function readFirstView(): FirstView {
  loaded ??= load();
  return loaded;
}

function load(): FirstView {
  const { references } = loadCatalog();
  const databases = readDatabases(process.cwd());
  const sources = sourcesOfDatabases(databases).map((id) => {
    const reference = references.get(id);
    if (!reference) throw new Error(`unknown source: ${id} (content/databases/databases.yaml)`);
    return [id, { title: reference.title, url: reference.url }] as const;
  });
  return { databases, sources: Object.fromEntries(sources) };
}

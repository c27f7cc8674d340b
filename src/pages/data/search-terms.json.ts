import type { SearchTerm } from "../../search/expand.ts";
import { loadCatalog } from "../../site/catalog.ts";

/** The names of the glossary's terms, by which search finds the words of the other language. */
export function GET(): Response {
  const terms = loadCatalog().glossary.map(({ zh, en, aliases, refused }): SearchTerm => {
    return { zh, en, aliases, refused };
  });
  return Response.json(terms);
}

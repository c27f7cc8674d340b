import type { Catalog } from "./catalog.ts";
import type { Bilingual } from "./languages.ts";
import { patternPath, plannedPath } from "./urls.ts";

/** A pattern as lists show it, whether it is written or planned. */
export interface PatternEntry {
  slug: string;
  chapter: string;
  names: Bilingual;
  intent: Bilingual;
  problems: string[];
  tags: string[];
  since: number | undefined;
  published: string | undefined;
  isPlanned: boolean;
  path: string;
}

/** All patterns of the plan in reading order: by chapter, and in a chapter the written ones first. */
export function listPatterns({ chapters, patterns, plan }: Catalog): PatternEntry[] {
  const written = patterns.map(
    ({ slug, chapter, names, intent, problems, tags, since, published }): PatternEntry => {
      const path = patternPath(slug);
      return {
        slug,
        chapter,
        names,
        intent,
        problems,
        tags,
        since,
        published,
        isPlanned: false,
        path,
      };
    },
  );
  const planned = plan.map(
    ({ slug, chapter, names, intent, problems }): PatternEntry => ({
      slug,
      chapter,
      names,
      intent,
      problems,
      tags: [],
      since: undefined,
      published: undefined,
      isPlanned: true,
      path: plannedPath(slug),
    }),
  );
  return chapters.flatMap(({ id }) =>
    [...written, ...planned].filter(({ chapter }) => chapter === id),
  );
}

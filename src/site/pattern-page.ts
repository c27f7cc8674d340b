import type { Catalog, Pattern } from "./catalog.ts";
import { sourcesOfPattern } from "./citations.ts";
import { listPatterns, type PatternEntry } from "./entries.ts";
import { lastCommitDate } from "./history.ts";
import { type Language, languages } from "./languages.ts";
import { outlineOf, type Section } from "./outline.ts";
import type { Reference } from "./references.ts";
import { collectRelations, type RelationEntry } from "./relations.ts";
import type { Chapter, Problem } from "./schema.ts";
import { pageUrl, patternPath } from "./urls.ts";

/** Everything the page of one pattern shows in one language. */
export interface PatternPage {
  lang: Language;
  pattern: Pattern;
  chapter: Chapter;
  sections: Section[];
  relations: (RelationEntry & { pattern: PatternEntry })[];
  uses: (Pattern["knownUses"][number] & { reference: Reference })[];
  references: Reference[]; // in order of first use
  problems: Problem[];
  previous: { title: string; url: string } | undefined;
  next: { title: string; url: string } | undefined;
  changed: string | undefined; // ISO date
}

/** The pages of all written patterns, in both languages. */
export function listPatternPages(catalog: Catalog): PatternPage[] {
  const entries = new Map(listPatterns(catalog).map((entry) => [entry.slug, entry]));
  const relations = collectRelations(catalog);
  return catalog.patterns.flatMap((pattern, i) => {
    const chapter = catalog.chapters.find(({ id }) => id === pattern.chapter);
    if (!chapter) return []; // the content check has named it
    const shared = {
      pattern,
      chapter,
      relations: (relations.get(pattern.slug) ?? []).flatMap((relation) => {
        const entry = entries.get(relation.to);
        return entry ? [{ ...relation, pattern: entry }] : [];
      }),
      uses: pattern.knownUses.flatMap((use) => {
        const reference = catalog.references.get(use.source);
        return reference ? [{ ...use, reference }] : [];
      }),
      references: sourcesOfPattern(pattern).flatMap((id) => catalog.references.get(id) ?? []),
      problems: catalog.problems.filter(({ id }) => pattern.problems.includes(id)),
    };
    return languages.map((lang): PatternPage => {
      const file = `patterns/${pattern.chapter}/${pattern.slug}/${lang}.mdx`;
      return {
        ...shared,
        lang,
        sections: outlineOf(pattern.body[lang]),
        previous: toNeighbour(catalog.patterns[i - 1], lang),
        next: toNeighbour(catalog.patterns[i + 1], lang),
        changed: lastCommitDate(process.cwd(), file),
      };
    });
  });
}

function toNeighbour(pattern: Pattern | undefined, lang: Language) {
  return pattern && { title: pattern.names[lang], url: pageUrl(lang, patternPath(pattern.slug)) };
}

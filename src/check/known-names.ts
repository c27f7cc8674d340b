import { type Fault, suggestNearest } from "../site/fault.ts";
import { type Project, slugOf } from "./project.ts";
import { listNames, type NamedPlace, type Source } from "./source.ts";

/** The names that content may refer to. `undefined` when their file cannot be read at all. */
export interface KnownNames {
  patterns: Set<string> | undefined; // written and planned
  planned: Set<string>;
  articles: Set<string>;
  chapters: Set<string> | undefined;
  problems: Set<string> | undefined;
  tags: Set<string> | undefined;
  terms: Set<string> | undefined;
  references: Set<string> | undefined;
  demos: Set<string>;
}

export function listKnownNames(project: Project): KnownNames {
  const { chapters, problems, tags, plan, glossary, patterns, articles, references, demos } =
    project;
  const planned = readNames(plan, "slug");
  return {
    patterns: planned && new Set([...patterns.map(slugOf), ...planned]),
    planned: planned ?? new Set(),
    articles: new Set(articles.map(slugOf)),
    chapters: readNames(chapters, "id"),
    problems: readNames(problems, "id"),
    tags: readNames(tags, "id"),
    terms: readNames(glossary, "id"),
    references: references && new Set(references.map(({ name }) => name)),
    demos: new Set(demos),
  };
}

/** The fault of naming something that does not exist; none while the names cannot be read. */
export function checkName(
  { name, file, line }: NamedPlace,
  known: Set<string> | undefined,
  thing: string,
): Fault[] {
  if (!known || known.has(name)) return [];
  const nearest = suggestNearest(name, known);
  return [
    { kind: "unknown", thing, value: name, file, line, ...(nearest ? { fix: nearest } : {}) },
  ];
}

function readNames(source: Source, key: string): Set<string> | undefined {
  if (source.value === undefined) return undefined;
  return new Set(listNames(source, key).map(({ name }) => name));
}

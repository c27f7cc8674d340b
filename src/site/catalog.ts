import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { z } from "astro/zod";
import { ContentError, type Fault } from "./fault.ts";
import { landscapeFile, landscapeSchema, type Tool } from "./landscape.ts";
import type { Bilingual } from "./languages.ts";
import { type Reference, readReferences } from "./references.ts";
import {
  type ArticleData,
  articleSchema,
  type Chapter,
  chaptersSchema,
  type GlossaryTerm,
  glossarySchema,
  type PatternData,
  type PlannedPattern,
  type Problem,
  patternSchema,
  planSchema,
  problemsSchema,
  type Tag,
  tagsSchema,
} from "./schema.ts";
import { readYamlFile } from "./yaml-file.ts";

/** Where a YAML value came from, so that later checks can name the line. */
export interface Origin {
  file: string; // relative to the project root
  lineOf(path: readonly PropertyKey[]): number;
}

export interface Pattern extends PatternData {
  slug: string;
  chapter: string;
  body: Bilingual; // MDX source
  origin: Origin;
}

export interface Article extends ArticleData {
  slug: string;
  body: Bilingual;
  origin: Origin;
}

/** Everything written, read once and checked against the schemas. */
export interface Catalog {
  chapters: Chapter[];
  problems: Problem[];
  tags: Tag[];
  patterns: Pattern[]; // in the order of chapters.yaml, then of publication, then of slug
  plan: PlannedPattern[];
  planOrigin: Origin;
  articles: Article[]; // newest first
  glossary: GlossaryTerm[];
  glossaryOrigin: Origin;
  landscape: Tool[];
  references: Map<string, Reference>;
  demos: string[]; // names of the folders of demos/ that hold a view
}

/** Reads the content below `root` and returns it with every fault of form; never throws. */
export function readCatalog(root: string): { catalog: Catalog; faults: Fault[] } {
  const faults: Fault[] = [];
  const read = <T>(
    path: string,
    schema: z.ZodType<T>,
  ): { value: T | undefined; origin: Origin } => {
    const { value, faults: found, lineOf } = readYamlFile(root, join(root, path), schema);
    faults.push(...found);
    return { value, origin: { file: path, lineOf } };
  };
  const chapters = read("patterns/chapters.yaml", chaptersSchema).value ?? [];
  const { value: plan = [], origin: planOrigin } = read("patterns/plan.yaml", planSchema);
  const { value: glossary = [], origin } = read("content/glossary.yaml", glossarySchema);
  const bib = readReferences(join(root, "content/references.bib"), "content/references.bib");
  faults.push(...bib.faults);

  const patterns = findFolders(root, "patterns/*/*/pattern.yaml").flatMap((folder) => {
    const { value, origin: place } = read(`${folder}/pattern.yaml`, patternSchema);
    const body = readBodies(root, folder, faults);
    const names = { slug: basename(folder), chapter: basename(dirname(folder)) };
    return value ? [{ ...value, ...names, body, origin: place }] : [];
  });
  const articles = findFolders(root, "content/articles/*/article.yaml").flatMap((folder) => {
    const { value, origin: place } = read(`${folder}/article.yaml`, articleSchema);
    const body = readBodies(root, folder, faults);
    return value ? [{ ...value, slug: basename(folder), body, origin: place }] : [];
  });

  const chapterOrder = chapters.map(({ id }) => id);
  patterns.sort(
    (a, b) =>
      chapterOrder.indexOf(a.chapter) - chapterOrder.indexOf(b.chapter) ||
      a.since - b.since ||
      a.slug.localeCompare(b.slug),
  );
  articles.sort((a, b) => b.published.localeCompare(a.published) || a.slug.localeCompare(b.slug));
  const catalog: Catalog = {
    chapters,
    problems: read("content/problems.yaml", problemsSchema).value ?? [],
    tags: read("content/tags.yaml", tagsSchema).value ?? [],
    patterns,
    plan,
    planOrigin,
    articles,
    glossary,
    glossaryOrigin: origin,
    landscape: read(landscapeFile, landscapeSchema).value ?? [],
    references: bib.references,
    demos: findFolders(root, "demos/*/labels.ts").map((folder) => basename(folder)),
  };
  return { catalog, faults };
}

let loaded: Catalog | undefined;

/** The catalog of this project, read once per process. Throws ContentError with all faults. */
export function loadCatalog(): Catalog {
  if (!loaded || import.meta.env?.DEV) {
    const { catalog, faults } = readCatalog(process.cwd());
    if (faults.length > 0) throw new ContentError(faults);
    loaded = catalog;
  }
  return loaded;
}

function findFolders(root: string, pattern: string): string[] {
  return globSync(pattern, { cwd: root })
    .map((path) => dirname(path).replaceAll("\\", "/"))
    .sort();
}

function readBodies(root: string, folder: string, faults: Fault[]): Bilingual {
  const readBody = (name: string): string => {
    const path = join(root, folder, name);
    if (existsSync(path)) return readFileSync(path, "utf8");
    const file = relative(root, path);
    faults.push({
      kind: "missing",
      thing: "twin",
      value: file,
      file,
      line: 1,
      fix: "write the page in both languages",
    });
    return "";
  };
  return { zh: readBody("zh.mdx"), en: readBody("en.mdx") };
}

import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Fault } from "../site/fault.ts";
import { landscapeFile } from "../site/landscape.ts";
import { languages } from "../site/languages.ts";
import { splitEntries } from "../site/references.ts";
import { type Page, readPage } from "./page.ts";
import { type NamedPlace, readSource, type Source } from "./source.ts";

/** Everything that was written, as it was written: what all checks but those of form look at. */
export interface Project {
  root: string;
  chapters: Source;
  problems: Source;
  tags: Source;
  plan: Source;
  glossary: Source;
  patterns: Source[]; // the files pattern.yaml
  articles: Source[]; // the files article.yaml
  landscape: Source;
  quiz: Source[]; // the files of content/quiz
  pages: Page[];
  references: NamedPlace[] | undefined; // the keys of references.bib; undefined when it is missing
  demos: string[];
}

/** Reads the content below `root`; the faults are pages that cannot be parsed. */
export function readProject(root: string): { project: Project; faults: Fault[] } {
  const find = (pattern: string): string[] =>
    globSync(pattern, { cwd: root })
      .map((path) => path.replaceAll("\\", "/"))
      .sort();
  const read = (file: string): Source => readSource(root, file);
  const readPages = (kind: Page["kind"], folder: string) =>
    languages.map((lang) => readPage(root, { kind, folder, lang }));
  const found = [
    ...findFolders(find("patterns/*/*/*")).flatMap((folder) => readPages("pattern", folder)),
    ...findFolders(find("content/articles/*/*")).flatMap((folder) => readPages("article", folder)),
    ...readPages("about", "content/about"),
  ];
  const project: Project = {
    root,
    chapters: read("patterns/chapters.yaml"),
    problems: read("content/problems.yaml"),
    tags: read("content/tags.yaml"),
    plan: read("patterns/plan.yaml"),
    glossary: read("content/glossary.yaml"),
    patterns: find("patterns/*/*/pattern.yaml").map(read),
    articles: find("content/articles/*/article.yaml").map(read),
    landscape: read(landscapeFile),
    quiz: find("content/quiz/*.yaml").map(read),
    pages: found.flatMap(({ page }) => (page ? [page] : [])),
    references: readKeys(root, "content/references.bib"),
    demos: find("demos/*/labels.ts").map((path) => basename(dirname(path))),
  };
  return { project, faults: found.flatMap(({ faults }) => faults) };
}

/** The slug of a page, told from the folder of its YAML file. */
export function slugOf({ file }: Pick<Source, "file">): string {
  return basename(dirname(file));
}

function findFolders(files: string[]): string[] {
  return [...new Set(files.map((file) => dirname(file)))];
}

function readKeys(root: string, file: string): NamedPlace[] | undefined {
  if (!existsSync(join(root, file))) return undefined;
  return splitEntries(readFileSync(join(root, file), "utf8")).flatMap(({ line, bibtex }) => {
    const name = /^@\w+\s*[{(]\s*([^,\s]+)/.exec(bibtex)?.[1];
    return name === undefined ? [] : [{ name, file, line }];
  });
}

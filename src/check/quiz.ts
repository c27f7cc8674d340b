import { globSync } from "node:fs";
import { basename } from "node:path";
import type { Fault } from "../site/fault.ts";
import { quizFolder } from "../site/quiz.ts";
import { checkName, type KnownNames } from "./known-names.ts";
import { fieldOf, listOf } from "./loose-value.ts";
import type { Project } from "./project.ts";
import { listNames, listTexts, type NamedPlace, type Source } from "./source.ts";

const otherFiles = ["topics", "published"];

/** The quiz files of a project that hold questions. */
export function listQuestionFiles({ quiz }: Project): Source[] {
  return quiz.filter(({ file }) => !otherFiles.includes(basename(file, ".yaml")));
}

/** Checks what the questions name: topics, sources, pages; and that ids and numbers come once. */
export function checkQuiz(project: Project, known: KnownNames): Fault[] {
  const files = listQuestionFiles(project);
  const topics = project.quiz
    .filter(({ file }) => basename(file) === "topics.yaml")
    .flatMap((source) => listNames(source, "id"));
  const names = new Set(topics.map(({ name }) => name));
  return [
    ...findRepeated(topics, "quiz topic"),
    ...files.flatMap(({ file }) =>
      checkName({ name: basename(file, ".yaml"), file, line: 1 }, names, "quiz topic"),
    ),
    ...findRepeated(
      files.flatMap((source) => listNames(source, "id")),
      "question id",
    ),
    ...findRepeated(files.flatMap(listNumbers), "question number"),
    ...files.flatMap((source) => checkQuestions(source, known)),
    ...findStrays(project.root),
  ];
}

function checkQuestions(source: Source, known: KnownNames): Fault[] {
  return listOf(source.value).flatMap((_, i) => [
    ...[
      ...listTexts(source, [i, "old", "sources"]),
      ...listTexts(source, [i, "figure", "sources"]),
    ].flatMap((place) => checkName(place, known.references, "reference")),
    ...listTexts(source, [i, "next"]).flatMap((place) => checkPageId(place, known)),
  ]);
}

function checkPageId(place: NamedPlace, known: KnownNames): Fault[] {
  const [, kind = "", id = ""] =
    /^(pattern|article|demo|page:glossary#)[:]?(.*)$/.exec(place.name) ?? [];
  const inner = { ...place, name: id };
  if (kind === "pattern") return checkName(inner, known.patterns, "pattern");
  if (kind === "article") return checkName(inner, known.articles, "article");
  if (kind === "demo") return checkName(inner, known.demos, "demo");
  return kind === "" ? [] : checkName(inner, known.terms, "term");
}

function listNumbers(source: Source): NamedPlace[] {
  return listOf(source.value).map((question, i) => {
    const line = source.lineOf([i, "number"]);
    return { name: String(fieldOf(question, "number")), file: source.file, line };
  });
}

function findRepeated(places: NamedPlace[], thing: string): Fault[] {
  return places.flatMap(({ name, file, line }, i): Fault[] => {
    const earlier = places.slice(0, i).find((place) => place.name === name);
    if (!earlier) return [];
    const fix = `first at ${earlier.file}:${earlier.line}`;
    return [{ kind: "duplicate", thing, value: name, file, line, fix }];
  });
}

function findStrays(root: string): Fault[] {
  return globSync(`${quizFolder}/**/*`, { cwd: root, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        !(
          entry.name.endsWith(".yaml") &&
          entry.parentPath.replaceAll("\\", "/").endsWith(quizFolder)
        ),
    )
    .map(({ name }): Fault => {
      const fix = `questions are in ${quizFolder}/<topic>.yaml`;
      return {
        kind: "unknown",
        thing: "file",
        value: name,
        file: `${quizFolder}/${name}`,
        line: 1,
        fix,
      };
    });
}

import type { Fault } from "../site/fault.ts";
import { checkName, type KnownNames } from "./known-names.ts";
import { fieldOf, listOf, textOf } from "./loose-value.ts";
import { chapterOf } from "./page.ts";
import type { Project } from "./project.ts";
import { listNames, listTexts, type NamedPlace, type Source } from "./source.ts";

/** Checks that what the YAML files name exists: chapters, problems, tags, patterns and references. */
export function checkIdentifiers(project: Project, known: KnownNames): Fault[] {
  const { plan, patterns, articles, landscape } = project;
  return [
    ...listNames(plan, "chapter").flatMap((place) => checkName(place, known.chapters, "chapter")),
    ...listOf(plan.value)
      .flatMap((_, i) => listTexts(plan, [i, "problems"]))
      .flatMap((place) => checkName(place, known.problems, "problem")),
    ...patterns.flatMap((source) => checkPattern(source, known)),
    ...[...patterns, ...articles]
      .flatMap((source) => listTexts(source, ["tags"]))
      .flatMap((place) => checkName(place, known.tags, "tag")),
    ...articles
      .flatMap((source) => listTexts(source, ["patterns"]))
      .flatMap((place) => checkName(place, known.patterns, "pattern")),
    ...listOf(landscape.value)
      .flatMap((_, i) => listTexts(landscape, [i, "sources"]))
      .flatMap((place) => checkName(place, known.references, "reference")),
    ...articles
      .flatMap((source) =>
        Object.keys(Object(fieldOf(source.value, "figures") ?? {})).flatMap((id) =>
          listTexts(source, ["figures", id, "sources"]),
        ),
      )
      .flatMap((place) => checkName(place, known.references, "reference")),
  ];
}

function checkPattern(source: Source, known: KnownNames): Fault[] {
  const { file } = source;
  const chapter = chapterOf({ folder: file.slice(0, file.lastIndexOf("/")) });
  return [
    ...checkName({ name: chapter, file, line: 1 }, known.chapters, "chapter"),
    ...listTexts(source, ["problems"]).flatMap((p) => checkName(p, known.problems, "problem")),
    ...listTexts(source, ["references"]).flatMap((p) =>
      checkName(p, known.references, "reference"),
    ),
    ...listSources(source).flatMap((p) => checkName(p, known.references, "reference")),
  ];
}

function listSources({ file, value, lineOf }: Source): NamedPlace[] {
  return listOf(fieldOf(value, "knownUses")).flatMap((use, i) => {
    const name = textOf(fieldOf(use, "source"));
    return name === undefined ? [] : [{ name, file, line: lineOf(["knownUses", i, "source"]) }];
  });
}

import type { Fault } from "../site/fault.ts";
import { languages } from "../site/languages.ts";
import { fieldOf, listOf, textOf } from "./loose-value.ts";
import { type Project, slugOf } from "./project.ts";
import { listNames, listTexts, type NamedPlace, type Source } from "./source.ts";

/** Checks that every slug and id is given once; BibTeX keys are checked where they are read. */
export function checkDuplicates({
  patterns,
  articles,
  plan,
  chapters,
  problems,
  tags,
  glossary,
  landscape,
}: Project): Fault[] {
  const written = patterns.map((source) => ({ name: slugOf(source), file: source.file, line: 1 }));
  return [
    ...findRepeated([...written, ...listNames(plan, "slug")], "pattern slug"),
    ...findRepeated(listNames(chapters, "id"), "chapter id"),
    ...findRepeated(listNames(problems, "id"), "problem id"),
    ...findRepeated(listNames(tags, "id"), "tag id"),
    ...findRepeated(listNames(glossary, "id"), "term id"),
    ...findRepeated(listNames(landscape, "id"), "tool id"),
    ...[...patterns, ...articles].flatMap((source) =>
      ["problems", "tags", "patterns", "references"].flatMap((key) =>
        findRepeated(listTexts(source, [key]), `entry of ${key}`),
      ),
    ),
    ...languages.flatMap((lang) => findRepeated(listTermNames(glossary, lang), "term name")),
  ];
}

function findRepeated(places: NamedPlace[], thing: string): Fault[] {
  const first = new Map<string, NamedPlace>();
  return places.flatMap(({ name, file, line }): Fault[] => {
    const key = name.toLowerCase();
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, { name, file, line });
      return [];
    }
    const fix = `first at ${earlier.file}:${earlier.line}`;
    return [{ kind: "duplicate", thing, value: name, file, line, fix }];
  });
}

function listTermNames(glossary: Source, lang: string): NamedPlace[] {
  return listOf(glossary.value).flatMap((entry, i) => {
    const name = textOf(fieldOf(entry, lang));
    const place = { file: glossary.file, line: glossary.lineOf([i, lang]) };
    const aliases = listTexts(glossary, [i, "aliases", lang]);
    return name === undefined ? aliases : [{ name, ...place }, ...aliases];
  });
}

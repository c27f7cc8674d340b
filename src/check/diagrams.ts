import type { Fault } from "../site/fault.ts";
import { checkName } from "./known-names.ts";
import { fieldOf, listOf, textOf } from "./loose-value.ts";
import type { Project } from "./project.ts";
import { listQuestionFiles } from "./quiz.ts";
import type { NamedPlace, Source } from "./source.ts";

/** Checks that the edges and groups of every diagram name nodes that it has, each node once. */
export function checkDiagrams(project: Project): Fault[] {
  const { patterns, articles } = project;
  return [
    ...patterns.flatMap((source) =>
      checkDiagram(source, fieldOf(source.value, "figure"), ["figure"]),
    ),
    ...articles.flatMap((source) => {
      const figures = Object.entries(Object(fieldOf(source.value, "figures") ?? {}));
      return figures.flatMap(([id, diagram]) => checkDiagram(source, diagram, ["figures", id]));
    }),
    ...listQuestionFiles(project).flatMap((source) =>
      listOf(source.value).flatMap((question, i) =>
        checkDiagram(source, fieldOf(question, "figure"), [i, "figure"]),
      ),
    ),
  ];
}

function checkDiagram(source: Source, diagram: unknown, path: (string | number)[]): Fault[] {
  const place = (name: unknown, ...inner: (string | number)[]): NamedPlace[] => {
    const text = textOf(name);
    if (text === undefined) return [];
    return [{ name: text, file: source.file, line: source.lineOf([...path, ...inner]) }];
  };
  const nodes = listOf(fieldOf(diagram, "nodes")).flatMap((node, i) => {
    return place(fieldOf(node, "id"), "nodes", i, "id");
  });
  const ends = listOf(fieldOf(diagram, "edges")).flatMap((edge, i) => [
    ...place(fieldOf(edge, "from"), "edges", i, "from"),
    ...place(fieldOf(edge, "to"), "edges", i, "to"),
  ]);
  const members = listOf(fieldOf(diagram, "groups")).flatMap((group, i) =>
    listOf(fieldOf(group, "nodes")).flatMap((name, j) => place(name, "groups", i, "nodes", j)),
  );
  const known = new Set(nodes.map(({ name }) => name));
  const repeated = nodes.filter(({ name }, i) => nodes.findIndex((node) => node.name === name) < i);
  return [
    ...repeated.map(({ name, file, line }): Fault => {
      return { kind: "duplicate", thing: "diagram node", value: name, file, line };
    }),
    ...[...ends, ...members].flatMap((end) => checkName(end, known, "diagram node")),
  ];
}

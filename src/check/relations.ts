import type { Fault } from "../site/fault.ts";
import { relationTypes } from "../site/schema.ts";
import { findCycles } from "./cycle.ts";
import { checkName, type KnownNames } from "./known-names.ts";
import { fieldOf, listOf, textOf } from "./loose-value.ts";
import { type Project, slugOf } from "./project.ts";
import { listNames, type Source } from "./source.ts";

/** One relation as written, with its place. */
interface WrittenRelation {
  from: string;
  to: string;
  type: string;
  file: string;
  line: number;
}

/** Checks the graph of the relations over written and planned patterns. */
export function checkRelations(project: Project, known: KnownNames): Fault[] {
  const relations = listRelations(project);
  return [
    ...relations.flatMap(({ to, file, line }) => {
      return checkName({ name: to, file, line }, known.patterns, "relation target");
    }),
    ...relations.filter(({ from, to }) => from === to).map(toSelfFault),
    ...findSecondRelations(relations),
    ...findCycleFaults(relations, ["uses", "refines"]),
    ...findCycleFaults(relations, ["precedes"]),
    ...findUnreached(project, relations),
  ];
}

function listRelations({ patterns, plan }: Project): WrittenRelation[] {
  const read = (source: Source, from: string, holder: unknown, path: PropertyKey[]) =>
    listOf(fieldOf(holder, "relations")).flatMap((relation, i) => {
      const to = textOf(fieldOf(relation, "to"));
      const type = textOf(fieldOf(relation, "type"));
      if (to === undefined || type === undefined) return [];
      const line = source.lineOf([...path, "relations", i, "to"]);
      return [{ from, to, type, file: source.file, line }];
    });
  return [
    ...patterns.flatMap((source) => read(source, slugOf(source), source.value, [])),
    ...listOf(plan.value).flatMap((entry, i) => {
      return read(plan, textOf(fieldOf(entry, "slug")) ?? "", entry, [i]);
    }),
  ];
}

function toSelfFault({ from, file, line }: WrittenRelation): Fault {
  const fix = "a pattern has no relation to itself";
  return { kind: "invalid", thing: "relation", value: `${from} to ${from}`, file, line, fix };
}

function findSecondRelations(relations: WrittenRelation[]): Fault[] {
  const first = new Map<string, WrittenRelation>();
  return relations.flatMap((relation): Fault[] => {
    const { from, to, file, line } = relation;
    if (from === to) return [];
    const pair = [from, to].sort().join(" ");
    const earlier = first.get(pair);
    if (!earlier) {
      first.set(pair, relation);
      return [];
    }
    const fix = `one relation per pair; ${earlier.file}:${earlier.line} says ${describe(earlier)}`;
    return [{ kind: "duplicate", thing: "relation", value: describe(relation), file, line, fix }];
  });
}

function findCycleFaults(relations: WrittenRelation[], types: string[]): Fault[] {
  const edges = relations.filter(({ from, to, type }) => types.includes(type) && from !== to);
  return findCycles(edges).flatMap((cycle): Fault[] => {
    const [start] = cycle;
    if (!start) return [];
    const value = `${start.from} ${cycle.map(({ type, to }) => `${type} ${to}`).join(" ")}`;
    const fix = "turn or remove one of these relations";
    return [
      { kind: "invalid", thing: "relation cycle", value, file: start.file, line: start.line, fix },
    ];
  });
}

// A symmetric relation reaches both its ends, a directed one only its target.
function findUnreached({ patterns, plan }: Project, relations: WrittenRelation[]): Fault[] {
  const isReadable = [plan, ...patterns].every(({ value }) => value !== undefined);
  if (!isReadable) return [];
  const symmetric = Object.entries(relationTypes).flatMap(([type, { isSymmetric }]) =>
    isSymmetric ? [type] : [],
  );
  const reached = new Set(
    relations
      .filter(({ from, to }) => from !== to)
      .flatMap(({ from, to, type }) => (symmetric.includes(type) ? [from, to] : [to])),
  );
  const places = [
    ...patterns.map((source) => ({ name: slugOf(source), file: source.file, line: 1 })),
    ...listNames(plan, "slug"),
  ];
  const fix = "no pattern points to this one; relate one that does";
  return places
    .filter(({ name }) => !reached.has(name))
    .map(({ name, file, line }) => ({
      kind: "missing",
      thing: "relation",
      value: name,
      file,
      line,
      fix,
    }));
}

function describe({ from, type, to }: WrittenRelation): string {
  return `${from} ${type} ${to}`;
}

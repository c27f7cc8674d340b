import { join } from "node:path";
import { z } from "astro/zod";
import {
  answers,
  type Database,
  families,
  formats,
  languages,
  licences,
  lists,
  moves,
  places,
  states,
} from "../../demos/databases/database.ts";
import { ContentError } from "./fault.ts";
import { readYamlFile } from "./yaml-file.ts";

const text = z.string().regex(/[^\s\p{C}]/u, "write something that readers can see");
const bilingual = z.strictObject({ zh: text, en: text });
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

const databasesSchema: z.ZodType<Database[]> = z.array(
  z.strictObject({
    id,
    list: z.enum(lists),
    name: text,
    vendor: text,
    training: z.enum(places),
    trainingNote: bilingual,
    moves: z.enum(moves),
    movesNote: bilingual,
    families: z.array(z.enum(families)).refine(unique),
    algorithms: bilingual,
    languages: z.array(z.enum(languages)).min(1).refine(unique),
    automl: z.enum(answers),
    gpu: z.enum(answers),
    imports: z.array(z.enum(formats)).refine(unique),
    exports: z.array(z.enum(formats)).refine(unique),
    licence: z.strictObject({ kind: z.enum(licences), name: bilingual }),
    state: z.strictObject({
      kind: z.enum(states),
      note: bilingual,
      year: z.int().min(2020).max(2100),
      source: id,
    }),
    sql: z.union([
      z.strictObject({ train: text, predict: text, source: id }),
      z.strictObject({ missing: bilingual }),
    ]),
    sources: z.array(id).min(1).refine(unique),
  }),
);

/** Reads content/databases/databases.yaml below `root`. Throws ContentError with every fault. */
export function readDatabases(root: string): Database[] {
  const path = join(root, "content/databases/databases.yaml");
  const { value, faults } = readYamlFile(root, path, databasesSchema);
  if (!value) throw new ContentError(faults);
  return value;
}

/** The ids of the references that the entries name, each once. */
export function sourcesOfDatabases(databases: readonly Database[]): string[] {
  return [
    ...new Set(
      databases.flatMap(({ state, sources, sql }) => [
        ...sources,
        state.source,
        ...("source" in sql ? [sql.source] : []),
      ]),
    ),
  ];
}

import { join } from "node:path";
import { z } from "astro/zod";
import {
  bands,
  type CellKind,
  cellKinds,
  families,
  rules,
  shapes,
  useStates,
  type ZooEntry,
} from "../../demos/zoo/entry.ts";
import { type Catalog, loadCatalog } from "./catalog.ts";
import { ContentError, type Fault, suggestNearest } from "./fault.ts";
import { pageIdLink, resolvePageId } from "./page-ids.ts";
import { readYamlFile } from "./yaml-file.ts";

const file = "content/zoo/zoo.yaml";
const text = z.string().regex(/\S/);
const han = z.string().regex(/\p{Script=Han}/u, "write it in Chinese");
const latin = z
  .string()
  .regex(/^[^\p{Script=Han}]*\p{L}[^\p{Script=Han}]*$/u, "write it in English");
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const sentence = z.strictObject({ zh: han, en: latin });
const count = z.int().min(1).max(12);

const kinds = Object.fromEntries(cellKinds.map((kind) => [kind, count.optional()])) as Record<
  CellKind,
  z.ZodOptional<typeof count>
>;

export const zooSchema = z.array(
  z.strictObject({
    id,
    short: text,
    names: z.strictObject({ zh: text, en: latin }), // some names stay Latin in Chinese
    family: z.enum(families),
    poster: z.boolean(),
    year: z.int().min(1900).max(2100),
    layers: z
      .array(
        z.strictObject({
          cells: z.strictObject(kinds),
          shape: z.enum(shapes).default("column"),
          band: z.enum(bands).default("whole"),
          column: z.int().min(0).max(7).optional(),
        }),
      )
      .min(1)
      .max(8),
    edges: z
      .array(z.strictObject({ from: z.int().min(0), to: z.int().min(0), rule: z.enum(rules) }))
      .min(1),
    idea: sentence,
    formula: text,
    training: sentence,
    paper: text,
    used: z.strictObject({ state: z.enum(useStates), reason: sentence }),
    link: z.string().regex(pageIdLink),
  }),
);

/** Reads content/zoo/zoo.yaml below `root`. Throws ContentError with every fault. */
export function readZoo(root: string, catalog: Catalog): ZooEntry[] {
  const { value, faults, lineOf } = readYamlFile<ZooEntry[]>(root, join(root, file), zooSchema);
  const entries = value ?? [];
  const found = entries.flatMap((entry, i) =>
    checkEntry(entry, entries.slice(0, i), catalog).map((fault) => ({
      ...fault,
      file,
      line: lineOf([i, fault.thing]),
    })),
  );
  if (faults.length + found.length > 0) throw new ContentError([...faults, ...found]);
  return entries;
}

let loaded: ZooEntry[] | undefined;

/** The zoo of this project, read once per process. */
export function loadZoo(): ZooEntry[] {
  loaded ??= readZoo(process.cwd(), loadCatalog());
  return loaded;
}

type Found = Pick<Fault, "kind" | "thing" | "value"> & { fix?: string };

function checkEntry(entry: ZooEntry, before: readonly ZooEntry[], catalog: Catalog): Found[] {
  const faults: Found[] = [];
  const { paper, link, layers, edges } = entry;
  if (before.some(({ id }) => id === entry.id))
    faults.push({ kind: "duplicate", thing: "id", value: entry.id });
  const reference = catalog.references.get(paper);
  if (!reference) {
    const fix = suggestNearest(paper, catalog.references.keys());
    faults.push({ kind: "unknown", thing: "paper", value: paper, ...(fix ? { fix } : {}) });
  } else if (reference.year !== entry.year) {
    const fix = `the paper is of ${reference.year}`;
    faults.push({ kind: "invalid", thing: "year", value: String(entry.year), fix });
  }
  const [, kind = "", target = ""] = pageIdLink.exec(link) ?? [];
  if (!resolvePageId(catalog, kind, target))
    faults.push({ kind: "unknown", thing: "link", value: link });
  for (const { from, to, rule } of edges) {
    const isInside = ["self", "within", "chain", "neighbours"].includes(rule);
    const isFault = Math.max(from, to) >= layers.length || (isInside && from !== to);
    if (isFault)
      faults.push({ kind: "invalid", thing: "edges", value: `${from} to ${to}, ${rule}` });
  }
  return faults;
}

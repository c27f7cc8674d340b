import { z } from "astro/zod";

const text = z.string().regex(/[^\s\p{C}]/u, "write something that readers can see");
const words = z.string().regex(/\p{L}/u, "write it in words");
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "write it in English kebab-case");
const bilingual = z.strictObject({ zh: text, en: text });
const bilingualWords = z.strictObject({ zh: words, en: words });
const bilingualList = z.strictObject({ zh: z.array(text), en: z.array(text) });

/** The closed set of relations between patterns, and whether both sides read the same. */
export const relationTypes = {
  uses: { isSymmetric: false },
  refines: { isSymmetric: false },
  precedes: { isSymmetric: false },
  "alternative-to": { isSymmetric: true },
  "composes-with": { isSymmetric: true },
  "contrasts-with": { isSymmetric: true },
} as const;

export type RelationType = keyof typeof relationTypes;

const relationType = z.enum(Object.keys(relationTypes) as [RelationType, ...RelationType[]]);

/** Shapes of the one diagram language of the site. */
export const nodeKinds = ["data", "operation", "parameter", "state", "loss"] as const;
export const edgeKinds = ["flow", "share", "gradient", "optional"] as const;

/** A diagram on a grid of at most four columns, so that it reads at 360 px. */
export const diagramSchema = z.strictObject({
  kind: z.literal("diagram").default("diagram"),
  caption: bilingual,
  alt: bilingualWords,
  columns: z.int().min(1).max(4),
  nodes: z
    .array(
      z.strictObject({
        id: slug,
        kind: z.enum(nodeKinds),
        at: z.tuple([z.number().min(0).max(3.5), z.number().min(0)]), // [column, row]
        span: z.int().min(1).max(4).default(1), // columns wide
        label: bilingual,
      }),
    )
    .min(2),
  edges: z.array(
    z.strictObject({
      from: slug,
      to: slug,
      label: bilingual.optional(),
      kind: z.enum(edgeKinds).default("flow"),
    }),
  ),
  groups: z.array(z.strictObject({ label: bilingual, nodes: z.array(slug).min(1) })).default([]),
});

/** Numbers as lines, dots or bars, drawn at build time; the points also stand in a table. */
export const plotSchema = z.strictObject({
  kind: z.literal("plot"),
  caption: bilingual,
  alt: bilingual,
  mark: z.enum(["line", "dot", "bar", "unit"]), // unit: a bar of countable things, one sign each
  x: z.strictObject({ label: bilingual, scale: z.enum(["linear", "log"]).default("linear") }),
  y: z.strictObject({ label: bilingual, scale: z.enum(["linear", "log"]).default("linear") }),
  series: z
    .array(
      z.strictObject({
        label: bilingual,
        // [x, y], and for dots a name where it helps; a bar has its name and its length
        points: z.array(
          z.union([
            z.tuple([z.number(), z.number()]),
            z.tuple([z.number(), z.number(), z.union([text, bilingual])]),
            z.tuple([z.union([text, bilingual]), z.number()]),
          ]),
        ),
      }),
    )
    .min(1)
    .max(8),
  sources: z.array(text).default([]), // of the numbers; none where the article computes them
});

export const figureSchema = z.discriminatedUnion("kind", [
  diagramSchema.extend({ kind: z.literal("diagram") }),
  plotSchema,
]);

export const chaptersSchema = z.array(
  z.strictObject({ id: slug, name: bilingual, scope: bilingual }),
);

export const problemsSchema = z.array(z.strictObject({ id: slug, question: bilingual }));

export const tagsSchema = z.array(z.strictObject({ id: slug, name: bilingual }));

export const patternSchema = z.strictObject({
  names: bilingual,
  aliases: bilingualList,
  renderings: z.array(z.strictObject({ name: text, note: bilingual })), // rival Chinese names
  confidence: z.strictObject({ stars: z.int().min(0).max(2), reason: bilingual }),
  since: z.int().min(1940).max(2100), // year of first publication
  published: z.iso.date(),
  intent: bilingual,
  problems: z.array(slug).min(1),
  tags: z.array(slug).min(1),
  relations: z
    .array(z.strictObject({ to: slug, type: relationType, reason: bilingualWords }))
    .min(1),
  figure: diagramSchema,
  knownUses: z
    .array(z.strictObject({ system: text, year: z.int().min(1980), what: bilingual, source: text }))
    .min(3),
  references: z.array(text).min(1),
});

/** Patterns that are planned and not written yet. */
export const planSchema = z.array(
  z.strictObject({
    slug,
    chapter: slug,
    names: bilingual,
    intent: bilingual,
    problems: z.array(slug),
    relations: z.array(z.strictObject({ to: slug, type: relationType })),
  }),
);

export const articleSchema = z.strictObject({
  title: bilingual,
  summary: z.strictObject({ zh: z.array(text).length(5), en: z.array(text).length(5) }),
  before: bilingualList, // what the reader should know
  published: z.iso.date(),
  tags: z.array(slug).min(1),
  patterns: z.array(slug),
  figures: z.record(slug, figureSchema).default({}),
});

export const glossarySchema = z.array(
  z.strictObject({
    id: slug,
    zh: text,
    en: text,
    aliases: bilingualList,
    refused: bilingualList,
    definition: bilingual,
  }),
);

export type Diagram = z.infer<typeof diagramSchema>;
export type PlotData = z.infer<typeof plotSchema>;
export type ArticleFigure = z.infer<typeof figureSchema>;
export type Chapter = z.infer<typeof chaptersSchema>[number];
export type Problem = z.infer<typeof problemsSchema>[number];
export type Tag = z.infer<typeof tagsSchema>[number];
export type PatternData = z.infer<typeof patternSchema>;
export type PlannedPattern = z.infer<typeof planSchema>[number];
export type ArticleData = z.infer<typeof articleSchema>;
export type GlossaryTerm = z.infer<typeof glossarySchema>[number];

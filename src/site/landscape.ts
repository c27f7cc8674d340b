import { z } from "astro/zod";

export const landscapeFile = "content/landscape/landscape.yaml";

/** The sections of the article that list tools, in its order. */
export const toolKinds = [
  "software",
  "framework",
  "hub",
  "distributed",
  "cloud",
  "resources",
  "platform",
  "experiments",
  "all-in-one",
] as const;

/** What became of a tool. Renamed, sold and stopped tools may go on; `today` says so. */
export const toolStates = [
  "active",
  "acquired",
  "renamed",
  "stalled",
  "retired",
  "unknown",
] as const;

/** SPDX names where there is one; mixed is part open, part closed. */
export const toolLicences = [
  "Apache-2.0",
  "Apache-2.0 or MIT",
  "BSD-3-Clause",
  "GPL-2.0",
  "MIT",
  "closed",
  "mixed",
  "unknown",
] as const;

export type ToolKind = (typeof toolKinds)[number];
export type ToolState = (typeof toolStates)[number];

/** The sign of each state, so that colour alone never tells; the order is that of `toolStates`. */
export const stateSigns: Record<ToolState, string> = {
  active: "●",
  acquired: "■",
  renamed: "▲",
  stalled: "◆",
  retired: "★",
  unknown: "✚",
};

const text = z.string().regex(/[^\s\p{C}]/u, "write something that readers can see");
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "write it in English kebab-case");
const names = z.strictObject({ zh: text, en: text });
const sentence = z.strictObject({
  zh: z.string().regex(/\p{Script=Han}/u, "write it in Chinese"),
  en: z.string().regex(/^[^\p{Script=Han}]*\p{L}[^\p{Script=Han}]*$/u, "write it in English"),
});

const toolSchema = z
  .strictObject({
    id: slug,
    name: text,
    kind: z.enum(toolKinds),
    maker: names,
    licence: z.enum(toolLicences),
    use: sentence, // what it is good for
    old: sentence.optional(), // what was said in 2022
    state: z.enum(toolStates),
    since: z
      .string()
      .regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, "write it as 2025 or 2025-12")
      .optional(),
    today: sentence,
    sources: z.array(text).refine((ids) => new Set(ids).size === ids.length, "name each once"),
  })
  .refine(({ state, sources }) => state === "unknown" || sources.length > 0, {
    message: "name where the state was found, or call it unknown",
    path: ["sources"],
  })
  .refine(({ state, since }) => !["acquired", "retired"].includes(state) || since, {
    message: "say since when",
    path: ["since"],
  });

export const landscapeSchema = z.array(toolSchema);

export type Tool = z.infer<typeof toolSchema>;

/** The sources of the tools that a text shows by `<Landscape kind="…" />`. */
export function sourcesOfLandscape(landscape: readonly Tool[], body: string): string[] {
  const shown = [...body.matchAll(/<Landscape\s+kind="([^"]+)"/g)].map(([, kind]) => kind);
  return landscape.filter(({ kind }) => shown.includes(kind)).flatMap(({ sources }) => sources);
}

import { stringify } from "yaml";
import type { PlannedPattern } from "../src/site/schema.ts";

const todo = { zh: "TODO", en: "TODO" };

const sections: [id: string, zh: string, en: string, body: string][] = [
  ["problem", "问题", "Problem", "TODO"],
  ["forces", "约束", "Forces", "- TODO\n\n<Therefore>TODO</Therefore>"],
  ["solution", "解法", "Solution", "TODO"],
  ["sketch", "代码", "Sketch", "TODO\n\n<Sketch />"],
  ["consequences", "结果", "Consequences", "- TODO"],
  ["when-not", "何时不用", "When not to use it", "TODO"],
  ["measure", "怎样验证", "How to see that it works", "TODO"],
  ["lineage", "谱系", "Lineage", "TODO"],
];

/** The files of a new pattern, filled from the plan where it has an entry. */
export function patternFiles(
  slug: string,
  today: string,
  planned: PlannedPattern | undefined,
): Record<string, string> {
  const data = {
    names: planned?.names ?? todo,
    aliases: { zh: [], en: [] },
    renderings: [],
    confidence: { stars: 1, reason: todo },
    since: Number(today.slice(0, 4)),
    published: today,
    intent: planned?.intent ?? todo,
    problems: planned?.problems ?? [],
    tags: [],
    relations: (planned?.relations ?? []).map((relation) => ({ ...relation, reason: todo })),
    figure: {
      columns: 2,
      caption: todo,
      alt: todo,
      nodes: [
        { id: "input", kind: "data", at: [0, 0], label: todo },
        { id: "output", kind: "data", at: [0, 1], label: todo },
      ],
      edges: [{ from: "input", to: "output" }],
    },
    knownUses: [1, 2, 3].map(() => ({ system: "TODO", year: 2020, what: todo, source: "TODO" })),
    references: ["TODO"],
  };
  const write = (title: number) =>
    sections.map((row) => `## ${row[title]} [#${row[0]}]\n\n${row[3]}\n`).join("\n");
  return {
    "pattern.yaml": stringify(data, { aliasDuplicateObjects: false }),
    "zh.mdx": write(1),
    "en.mdx": write(2),
    "sketch.ts": `/** TODO: what ${slug} does, in code that runs. */\nexport {};\n`,
  };
}

/** The files of a new article. */
export function articleFiles(slug: string, today: string): Record<string, string> {
  const data = {
    title: todo,
    summary: { zh: Array(5).fill("TODO"), en: Array(5).fill("TODO") },
    before: { zh: [], en: [] },
    published: today,
    tags: [slug],
    patterns: [],
  };
  return {
    "article.yaml": stringify(data, { aliasDuplicateObjects: false }),
    "zh.mdx": "TODO\n\n## TODO [#first]\n\nTODO\n",
    "en.mdx": "TODO\n\n## TODO [#first]\n\nTODO\n",
  };
}

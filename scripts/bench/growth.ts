import { cpSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { languages } from "../../src/site/languages.ts";
import { copyProject } from "../project-copy.ts";
import { type BuildMeasure, measureBuild } from "./build.ts";
import { measureSearch, type SearchMeasure } from "./search.ts";

export interface GrowthMeasure extends BuildMeasure {
  generated: number; // pages of patterns, two each, besides those of the catalog
  searchIndexMiB: number;
  meanColdKiB: number; // per query
  meanColdMs: number;
  meanWarmMs: number;
}

/** Builds a copy of the project with `pages` generated pages of patterns more, and measures it. */
export async function measureGrowth(pages: number): Promise<GrowthMeasure> {
  const { root, remove } = copyProject();
  try {
    generatePatterns(root, pages / languages.length);
    const build = measureBuild(root);
    const search = await measureSearch(join(root, "dist"));
    return {
      generated: pages,
      ...build,
      searchIndexMiB: weighFolder(join(root, "dist/pagefind")),
      meanColdKiB: meanOf(search, "coldKiB"),
      meanColdMs: meanOf(search, "coldMs"),
      meanWarmMs: meanOf(search, "warmMs"),
    };
  } finally {
    remove();
  }
}

/** Copies written patterns under new slugs; each has one relation, to the pattern that it copies. */
function generatePatterns(root: string, count: number): void {
  const models = globSync("patterns/*/*/pattern.yaml", { cwd: root }).map((file) =>
    file.slice(0, -"/pattern.yaml".length),
  );
  for (let i = 0; i < count; i++) {
    const model = models[i % models.length] ?? "";
    const folder = join(root, `${model}-${i}`);
    cpSync(join(root, model), folder, { recursive: true });
    const slug = model.split("/").at(-1) ?? "";
    const yaml = readFileSync(join(folder, "pattern.yaml"), "utf8");
    const relation = `relations:\n  - { to: ${slug}, type: composes-with, reason: { zh: 生成的页面, en: A generated page } }\n`;
    writeFileSync(
      join(folder, "pattern.yaml"),
      yaml.replace(/^relations:[\s\S]*?(?=^figure:)/m, relation),
    );
  }
}

function weighFolder(folder: string): number {
  const files = globSync("**/*", { cwd: folder }).map((file) => statSync(join(folder, file)));
  const bytes = files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
  return Math.round((bytes / 2 ** 20) * 100) / 100;
}

function meanOf(rows: SearchMeasure[], key: "coldKiB" | "coldMs" | "warmMs"): number {
  return Math.round(rows.reduce((sum, row) => sum + row[key], 0) / rows.length);
}

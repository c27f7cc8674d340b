import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";

export interface BuildMeasure {
  pages: number;
  seconds: number;
  pagesPerSecond: number;
}

/** Builds the project below `root` from nothing and times it. Throws with the output on failure. */
export function measureBuild(root: string): BuildMeasure {
  const start = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, ["scripts/build.ts"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`build failed in ${root}\n${stdout}\n${stderr}`.slice(0, 4000));
  const seconds = (performance.now() - start) / 1000;
  const pages = globSync("**/*.html", { cwd: join(root, "dist") }).length;
  return { pages, seconds: round(seconds), pagesPerSecond: round(pages / seconds) };
}

const round = (value: number): number => Math.round(value * 10) / 10;

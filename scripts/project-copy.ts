import { cpSync, globSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const leftOut = new Set(["node_modules", "dist", "tests", "test-results"]);

/** Copies the project into a temporary folder that shares its packages, e.g. to build it otherwise. */
export function copyProject(): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), "pattern-language-"));
  for (const name of globSync("*")) {
    if (!leftOut.has(name)) cpSync(name, join(root, name), { recursive: true });
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(root, "node_modules"), "dir");
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "history-"));
const origin = join(folder, "origin");
const old = "patterns/basics/old/zh.mdx";
const recent = "content/articles/recent/en.mdx";
mkdirSync(origin);
git(origin, "2020-01-01", "init", "-q", "-b", "main");
commit("2024-05-06", { [old]: "a", [recent]: "a" });
commit("2025-06-07", { [recent]: "b" });
commit("2026-07-08", { "README.md": "c" });
after(() => rmSync(folder, { recursive: true, force: true }));

test("a file was last changed on the day of the newest commit that touches it", () => {
  assert.equal(lastCommitDate(origin, old), "2024-05-06");
  assert.equal(lastCommitDate(origin, recent), "2025-06-07");
});

test("a file that no commit holds has no date", () => {
  assert.equal(lastCommitDate(origin, "patterns/basics/unknown/zh.mdx"), undefined);
});

test("a shallow clone gives the right date or none, never the date of the newest commit", () => {
  assert.deepEqual(dates(clone("1")), [undefined, undefined]);
  assert.deepEqual(dates(clone("2")), [undefined, undefined]); // its boundary changed `recent`
  assert.deepEqual(dates(clone("3")), [undefined, "2025-06-07"]); // the first commit may be one
  assert.deepEqual(dates(clone("99")), ["2024-05-06", "2025-06-07"]);
});

test("a folder without history gives no date and no error", () => {
  const plain = join(folder, "plain");
  mkdirSync(plain);
  assert.deepEqual(dates(plain), [undefined, undefined]);
});

function dates(root: string): unknown[] {
  return [lastCommitDate(root, old), lastCommitDate(root, recent)];
}

// In a process of its own: the module reads the history once.
function lastCommitDate(root: string, file: string): unknown {
  const module = new URL("../../../../src/site/history.ts", import.meta.url).href;
  const code = `const { lastCommitDate } = await import(${JSON.stringify(module)});
    console.log(JSON.stringify([lastCommitDate(...${JSON.stringify([root, file])})]))`;
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: folder };
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    encoding: "utf8",
    env,
  });
  assert.notEqual(stdout, "", stderr);
  return (JSON.parse(stdout) as unknown[])[0] ?? undefined;
}

function commit(date: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(origin, name)), { recursive: true });
    writeFileSync(join(origin, name), text);
  }
  git(origin, date, "add", ".");
  git(origin, date, "commit", "-q", "-m", "Change");
}

function clone(depth: string): string {
  const root = join(folder, `depth-${depth}`);
  git(folder, "2026-01-01", "clone", "-q", "--depth", depth, `file://${origin}`, root);
  return root;
}

function git(cwd: string, date: string, ...args: string[]): void {
  const when = `${date}T12:00:00Z`;
  const author = ["-c", "user.name=Author", "-c", "user.email=author@example.org"];
  execFileSync("git", [...author, ...args], {
    cwd,
    env: { ...process.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when },
  });
}

import { execFileSync } from "node:child_process";

let dates: Map<string, string> | undefined;

/**
 * The day a file was last changed by a commit, as `2026-11-23`, or undefined where the history does
 * not say: no git, a file not committed, or a shallow clone whose boundary commit touches every file.
 */
export function lastCommitDate(root: string, file: string): string | undefined {
  dates ??= readDates(root);
  return dates.get(file);
}

// One call for the whole history: newest first, so the first mention of a file wins.
function readDates(root: string): Map<string, string> {
  const found = new Map<string, string>();
  const run = (...args: string[]) =>
    execFileSync("git", args, {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "ignore"],
    });
  try {
    const isShallow = run("rev-parse", "--is-shallow-repository").trim() === "true";
    const log = run(
      "log",
      "--format=%x00%as %p",
      "--name-only",
      "--",
      "patterns",
      "content/articles",
    );
    for (const commit of log.split("\0").slice(1)) {
      const [header = "", ...files] = commit.split("\n").filter((line) => line !== "");
      const [date = "", parent] = header.split(" ");
      if (isShallow && !parent) continue;
      for (const file of files) if (!found.has(file)) found.set(file, date);
    }
  } catch {
    return found; // not a repository: the dates written in the YAML stand alone
  }
  return found;
}

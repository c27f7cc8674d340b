import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

interface LockEntry {
  version?: string;
  optionalDependencies?: Record<string, string>;
  dependencies?: Record<string, string>;
  os?: string[];
  /** Where the package came from: a folder of ours when it is a link. */
  resolved?: string;
  link?: boolean;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, LockEntry>;
};
const direct = { ...manifest.dependencies, ...manifest.devDependencies };
const namesOfLock = Object.keys(lock.packages);

/** Whether the lock holds a package anywhere, e.g. below another one. */
const isLocked = (name: string) =>
  namesOfLock.some((path) => path.endsWith(`node_modules/${name}`));

test("every direct dependency has an exact version, and the lock holds that one", () => {
  for (const [name, version] of Object.entries(direct)) {
    const locked = lock.packages[`node_modules/${name}`];
    if (locked?.link) assert.equal(version, `file:${locked.resolved}`, name);
    else {
      assert.match(version, /^\d+\.\d+\.\d+(-[\w.-]+)?$/, name);
      assert.equal(locked?.version, version, name);
    }
  }
});

test("the lock holds every platform's package of every package that has some", () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(name))
      .map((name) => `${path}: ${name}`),
  );
  assert.deepEqual(missing, []);
});

test("the compiled packages are locked for macOS, Windows and Linux, on both processors", () => {
  const families: Record<string, string[]> = {
    "@rolldown/binding-": ["darwin-arm64", "darwin-x64", "win32-x64-msvc", "linux-x64-gnu"],
    "@esbuild/": ["darwin-arm64", "darwin-x64", "win32-x64", "linux-x64", "linux-arm64"],
    "@pagefind/": ["darwin-arm64", "darwin-x64", "windows-x64", "linux-x64", "linux-arm64"],
    "@img/sharp-": ["darwin-arm64", "darwin-x64", "win32-x64", "linux-x64", "linux-arm64"],
    "@biomejs/cli-": ["darwin-arm64", "darwin-x64", "win32-x64", "linux-x64", "linux-arm64"],
    lightningcss: ["-darwin-arm64", "-darwin-x64", "-win32-x64-msvc", "-linux-x64-gnu"],
  };
  const users: Record<string, string> = {
    "@rolldown/binding-": "rolldown",
    "@esbuild/": "esbuild",
    "@pagefind/": "pagefind",
    "@img/sharp-": "sharp",
    "@biomejs/cli-": "@biomejs/biome",
    lightningcss: "lightningcss",
  };
  for (const [family, platforms] of Object.entries(families)) {
    if (!isLocked(users[family] ?? "")) continue;
    for (const platform of platforms) assert.ok(isLocked(family + platform), family + platform);
  }
});

test("the lock names no registry, so that each machine uses its own", () => {
  for (const [path, entry] of Object.entries(lock.packages)) {
    assert.ok(entry.link || entry.resolved === undefined, path);
  }
});

test("every direct dependency has a line in CONTRIBUTING, and no line is left over", () => {
  const text = readFileSync("CONTRIBUTING.md", "utf8");
  const section = text.slice(text.indexOf("## 依赖"));
  const rows = [...section.matchAll(/^\| `([^`]+)` \| .+ \| .+ \|$/gm)].map(([, name]) => name);
  assert.deepEqual(rows.sort(), Object.keys(direct).sort());
});

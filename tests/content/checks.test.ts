import assert from "node:assert/strict";
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { z } from "astro/zod";
import { parse } from "yaml";
import { checkContent } from "../../src/check/content.ts";
import { formatFault } from "../../src/site/fault.ts";

const fixtures = join(import.meta.dirname, "../fixtures/content");

// By file: its whole text, null to remove it, or what to find in it and what to put there.
const changesSchema = z.record(
  z.string(),
  z.union([z.string(), z.null(), z.record(z.string(), z.string())]),
);

const caseSchema = z.strictObject({
  title: z.string(),
  fail: z.strictObject({ change: changesSchema, faults: z.array(z.string()).min(1) }),
  pass: z.strictObject({ change: changesSchema }),
});

type Changes = z.infer<typeof changesSchema>;

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Copies the base project, changes it, and returns its faults as an author reads them. */
function checkChanged(changes: Changes): string[] {
  const root = mkdtempSync(join(tmpdir(), "content-"));
  folders.push(root);
  cpSync(join(fixtures, "base"), root, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(root, file);
    if (change === null) rmSync(path);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, typeof change === "string" ? change : edit(path, change));
    }
  }
  return checkContent(root).map(formatFault);
}

function edit(path: string, replacements: Record<string, string>): string {
  return Object.entries(replacements).reduce(
    (text, [find, put]) => {
      assert.ok(text.includes(find), `${path} holds no ${find}`);
      return text.replace(find, () => put);
    },
    readFileSync(path, "utf8"),
  );
}

test("the base project of the fixtures has no faults", () => {
  assert.deepEqual(checkChanged({}), []);
});

for (const path of globSync("cases/*.yaml", { cwd: fixtures }).sort()) {
  const { title, fail, pass } = caseSchema.parse(parse(readFileSync(join(fixtures, path), "utf8")));
  describe(`${basename(path, ".yaml")}: ${title}`, () => {
    test("is refused with kind, thing, value, file, line and fix", () => {
      assert.deepEqual(checkChanged(fail.change), fail.faults);
    });
    test("passes once it is mended", () => {
      assert.deepEqual(checkChanged(pass.change), []);
    });
  });
}

test("faults of different kinds come together, by file and line", () => {
  const faults = checkChanged({
    "content/articles/note/zh.mdx": { 正文在这里: '<Cite id="kim2001secnd" />' },
    "content/problems.yaml": { "zh: 太慢": "zh: 太 慢" },
    "patterns/basics/beta/en.mdx": null,
  });
  assert.deepEqual(faults, [
    "unknown reference: kim2001secnd (content/articles/note/zh.mdx:1): did you mean kim2001second?",
    "invalid spacing: 太 慢 (content/problems.yaml:2): no space between Han characters",
    "missing twin: patterns/basics/beta/en.mdx (patterns/basics/beta/en.mdx:1): write the page in both languages",
  ]);
});

const twoChapters = `scope: { zh: 基本思想。, en: Basic ideas. }
- id: more
  name: { zh: 更多, en: More }
  scope: { zh: 其他思想。, en: Other ideas. }`;

test("a slug in two chapters is refused", () => {
  const files = ["pattern.yaml", "zh.mdx", "en.mdx", "sketch.ts"].map((name) => {
    const text = readFileSync(join(fixtures, "base/patterns/basics/alpha", name), "utf8");
    return [`patterns/more/alpha/${name}`, text.replace("to: beta", "to: gamma")] as const;
  });
  const chapters = { "scope: { zh: 基本思想。, en: Basic ideas. }": twoChapters };
  const faults = checkChanged({ "patterns/chapters.yaml": chapters, ...Object.fromEntries(files) });
  assert.equal(
    faults[0],
    "duplicate pattern slug: alpha (patterns/more/alpha/pattern.yaml:1): first at patterns/basics/alpha/pattern.yaml:1",
  );
});

test("every page of this project passes", () => {
  const faults = checkContent(join(import.meta.dirname, "../..")).map(formatFault);
  assert.deepEqual(faults, []);
});

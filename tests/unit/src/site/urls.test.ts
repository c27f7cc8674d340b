import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

/** The values of expressions over urls.ts in a process of their own, since it reads its settings once. */
function evaluate(env: Record<string, string>, ...expressions: string[]): unknown {
  const module = new URL("../../../../src/site/urls.ts", import.meta.url).href;
  const code = `const m = await import(${JSON.stringify(module)});
    console.log(JSON.stringify([${expressions.map((text) => `m.${text}`).join(",")}]))`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    env: { ...process.env, BASE: "", SITE: "", ...env },
    encoding: "utf8",
  });
  assert.notEqual(stdout, "", stderr);
  return JSON.parse(stdout);
}

const site = "https://patterns.example";
const expressions = [
  'pageUrl("zh", m.patternPath("gating"))',
  'fileUrl("icon.svg")',
  'absoluteUrl(m.pageUrl("en", "map/"))',
];

test("at the root of a host, addresses begin with the language", () => {
  assert.deepEqual(evaluate({ BASE: "/", SITE: site }, ...expressions), [
    "/zh/patterns/gating/",
    "/icon.svg",
    `${site}/en/map/`,
  ]);
});

test("below a sub-path, addresses begin with it, with or without its slashes", () => {
  for (const base of ["/x/", "x", "/x", "x//"]) {
    assert.deepEqual(evaluate({ BASE: base, SITE: site }, ...expressions), [
      "/x/zh/patterns/gating/",
      "/x/icon.svg",
      `${site}/x/en/map/`,
    ]);
  }
});

test("language and path are told from an address, also below a sub-path", () => {
  const questions = ['languageOf("/x/en/map/")', 'pathOf("/x/en/map/")', 'pathOf("/x/zh/")'];
  assert.deepEqual(evaluate({ BASE: "/x/" }, ...questions), ["en", "map/", ""]);
});

test("a planned pattern leads to its entry in the map, and the home page has a picture", () => {
  const questions = ['plannedPath("gating")', 'ogPath("")', 'ogPath("patterns/gating/")'];
  assert.deepEqual(evaluate({}, ...questions), ["map/#gating", "home", "patterns/gating"]);
});

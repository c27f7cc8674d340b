import assert from "node:assert/strict";
import { test } from "node:test";
import type { Link } from "mdast";
import { resolveLinks } from "../../../../src/markdown/links.ts";
import { loadCatalog } from "../../../../src/site/catalog.ts";
import type { Language } from "../../../../src/site/languages.ts";
import { select } from "./select.ts";
import { transform } from "./tree.ts";

function resolve(address: string, lang: Language = "zh"): Link | undefined {
  return select<Link>(transform(`[x](${address})\n`, [resolveLinks], { lang }), "link")[0];
}

test("a link by page id leads to the page in the language of its own page", () => {
  assert.equal(resolve("pattern:weight-sharing")?.url, "/zh/patterns/weight-sharing/");
  assert.equal(resolve("pattern:weight-sharing", "en")?.url, "/en/patterns/weight-sharing/");
  assert.equal(resolve("chapter:canonical")?.url, "/zh/chapters/canonical/");
  assert.equal(resolve("article:ann-benchmarks")?.url, "/zh/articles/ann-benchmarks/");
  assert.equal(resolve("demo:benchmarks")?.url, "/zh/demos/benchmarks/");
  assert.equal(resolve("page:glossary")?.url, "/zh/glossary/");
  assert.equal(resolve("page:home", "en")?.url, "/en/");
});

test("a link by page id keeps its heading", () => {
  assert.equal(
    resolve("pattern:weight-sharing#solution")?.url,
    "/zh/patterns/weight-sharing/#solution",
  );
});

test("a link to a planned pattern leads to the map and says that it is planned", () => {
  const planned = loadCatalog().plan[0];
  assert.ok(planned);
  const link = resolve(`pattern:${planned.slug}#solution`);
  assert.equal(link?.url, `/zh/map/#${planned.slug}`);
  assert.deepEqual(link?.data, {
    hProperties: { className: "planned", title: "计划中，尚未写成" },
  });
});

test("a link to a page that nobody has planned stops the build", () => {
  for (const address of ["pattern:no-such", "chapter:no-such", "page:no-such", "demo:no-such"]) {
    assert.throws(() => resolve(address), new RegExp(`unknown link: ${address}`));
  }
});

test("a link to another site is marked as such and stays as it is", () => {
  const link = resolve("https://example.org/a");
  assert.equal(link?.url, "https://example.org/a");
  assert.deepEqual(link?.data, { hProperties: { rel: "external noopener" } });
});

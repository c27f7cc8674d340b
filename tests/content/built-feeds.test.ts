import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { loadCatalog } from "../../src/site/catalog.ts";
import { base, origin } from "../../src/site/config.ts";
import { htmlLang, languages } from "../../src/site/languages.ts";
import { readBuiltPages } from "./built-site.ts";

const pages = readBuiltPages();
const { patterns, plan, articles, glossary } = loadCatalog();
const site = origin + base;

function readXml(file: string): Document {
  const text = readFileSync(join("dist", file), "utf8");
  assert.ok(text.startsWith("<?xml"), file);
  assertNested(text, file);
  return parseHTML(text).document;
}

/** Every tag is closed in its turn, and no bare ampersand stands between. */
function assertNested(xml: string, file: string): void {
  const open: string[] = [];
  const body = xml.replace(/<!\[CDATA\[.*?\]\]>/gs, "");
  for (const [, slash, name = "", empty] of body.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (slash) assert.equal(open.pop(), name, file);
    else if (!empty) open.push(name);
  }
  assert.deepEqual(open, [], file);
  assert.doesNotMatch(body, /&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i, file);
}

const textsOf = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent ?? "");

test("the sitemap lists every page once, with both its languages, and neither the 404 nor others", () => {
  const sitemap = readXml("sitemap-0.xml");
  const addresses = textsOf(sitemap, "loc");
  assert.deepEqual(addresses.sort(), pages.map(({ url }) => origin + url).sort());
  for (const entry of sitemap.querySelectorAll("url")) {
    const loc = entry.querySelector("loc")?.textContent ?? "";
    const alternates = [...entry.querySelectorAll("[hreflang]")].map((link) => [
      link.getAttribute("hreflang"),
      link.getAttribute("href"),
    ]);
    const path = loc.slice(site.length).replace(/^(zh|en)\//, "");
    assert.deepEqual(
      alternates.sort(),
      languages.map((lang) => [htmlLang[lang], `${site}${lang}/${path}`]).sort(),
    );
  }
  const index = textsOf(readXml("sitemap-index.xml"), "loc");
  assert.deepEqual(index, [`${site}sitemap-0.xml`]);
});

for (const lang of languages) {
  test(`the feed in ${htmlLang[lang]} holds every article and pattern with address and day`, () => {
    const feed = readXml(`${lang}/rss.xml`);
    assert.deepEqual(textsOf(feed, "channel > language"), [htmlLang[lang]]);
    const items = [...feed.querySelectorAll("item")];
    assert.equal(items.length, patterns.length + articles.length);
    const titles = textsOf(feed, "item > title");
    for (const { names } of patterns) assert.ok(titles.includes(names[lang]), names[lang]);
    for (const { title } of articles) assert.ok(titles.includes(title[lang]), title[lang]);
    const dates = textsOf(feed, "item > pubDate").map((date) => Date.parse(date));
    assert.ok(dates.every(Number.isFinite));
    assert.deepEqual(
      dates,
      dates.toSorted((a, b) => b - a),
    );
    for (const item of items) {
      const address = item.querySelector("guid")?.textContent ?? "";
      const file = join("dist", address.slice(site.length), "index.html");
      assert.ok(existsSync(file), address);
    }
  });
}

test("llms.txt names one Markdown file per page that holds text, and each exists", () => {
  const text = readFileSync("dist/llms.txt", "utf8");
  const addresses = [...text.matchAll(/^- \[.+\]\((\S+\.md)\): .+$/gm)].map(([, url = ""]) => url);
  const holdText = pages.filter(({ url }) => !/\/(zh|en)\/(search\/)?$/.test(url));
  assert.deepEqual(
    addresses.toSorted(),
    holdText.map(({ url }) => `${origin}${url.slice(0, -1)}.md`).sort(),
  );
  for (const address of addresses) {
    const markdown = readFileSync(join("dist", address.slice(site.length)), "utf8");
    assert.match(markdown, /^# .+\n/, address);
    const left = /<(Cite|Term|Therefore|Sketch|Calculator|Aside|Figure|Demo)\b|\]\((pattern|page):/;
    assert.doesNotMatch(markdown, left, `${address} still holds a tag of the site`);
    const text = markdown.replace(/^```[\s\S]*?^```$/gm, ""); // code may speak of what is undefined
    assert.doesNotMatch(text, /undefined|\[object Object\]/, address);
  }
});

test("each page names its own Markdown file, and home and search name none", () => {
  for (const { url, file, document } of pages) {
    const link = document.querySelector("link[type='text/markdown']")?.getAttribute("href");
    const isLeadingOn = /\/(zh|en)\/(search\/)?$/.test(url);
    assert.equal(link, isLeadingOn ? undefined : `${url.slice(0, -1)}.md`, file);
  }
});

test("the Markdown of the catalog and the glossary holds every pattern and every term", () => {
  for (const lang of languages) {
    const read = (name: string) => readFileSync(`dist/${lang}/${name}.md`, "utf8");
    for (const { names, intent } of [...patterns, ...plan]) {
      assert.ok(read("patterns").includes(`${intent[lang]}`), names[lang]);
      assert.ok(read("map").includes(`## ${names[lang]}\n`), names[lang]);
    }
    for (const term of glossary) assert.ok(read("glossary").includes(`- **${term[lang]}** (`));
  }
});

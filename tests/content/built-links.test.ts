import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { origin } from "../../src/site/config.ts";
import { type BuiltPage, readBuiltPage, readBuiltPages } from "./built-site.ts";

const pages = [...readBuiltPages(), readBuiltPage("index.html"), readBuiltPage("404.html")];
const byUrl = new Map(pages.map((page) => [page.url, page]));

/** The addresses of this site that a page names, as URLs. */
function listAddresses({ document, url }: BuiltPage): URL[] {
  const elements = [...document.querySelectorAll("[href], [src], [component-url], [renderer-url]")];
  return elements
    .flatMap((element) =>
      ["href", "src", "component-url", "renderer-url"].map((name) => element.getAttribute(name)),
    )
    .filter((value) => value !== null && value !== "" && !value.startsWith("data:"))
    .map((value) => new URL(String(value), origin + url))
    .filter((address) => address.origin === new URL(origin).origin);
}

test("every address of this site that a page names is a file of the built site", () => {
  assert.ok(pages.length > 60);
  const missing = new Set<string>();
  for (const page of pages) {
    for (const { pathname } of listAddresses(page)) {
      const path = join("dist", decodeURIComponent(pathname));
      const file = pathname.endsWith("/") ? join(path, "index.html") : path;
      if (!existsSync(file) || !statSync(file).isFile()) missing.add(`${page.file}: ${pathname}`);
    }
  }
  assert.deepEqual([...missing], []);
});

test("every anchor that a page names is an id of the page that it leads to", () => {
  const missing = new Set<string>();
  let count = 0;
  for (const page of pages) {
    for (const { pathname, hash } of listAddresses(page)) {
      const target = byUrl.get(pathname);
      if (hash === "" || !target) continue;
      count += 1;
      const id = decodeURIComponent(hash.slice(1));
      if (!target.document.getElementById(id)) missing.add(`${page.file}: ${pathname}${hash}`);
    }
  }
  assert.ok(count > 1000);
  assert.deepEqual([...missing], []);
});

test("both languages of a page have the same headings to link to", () => {
  const idsOf = (page: BuiltPage | undefined) =>
    [...(page?.document.querySelectorAll("main :is(h2, h3)[id]") ?? [])].map(({ id }) => id);
  for (const page of pages.filter(({ file }) => file.startsWith("zh/"))) {
    const twin = byUrl.get(page.url.replace("/zh/", "/en/"));
    assert.deepEqual(idsOf(twin).sort(), idsOf(page).sort(), page.file);
  }
});

test("a link to another site is https, and none is a script", () => {
  for (const { file, document } of pages) {
    for (const link of document.querySelectorAll("a[href]")) {
      const address = link.getAttribute("href") ?? "";
      const isOwn = /^([/#?]|\.|$)/.test(address);
      assert.ok(isOwn || address.startsWith("https://"), `${file}: ${address}`);
    }
  }
});

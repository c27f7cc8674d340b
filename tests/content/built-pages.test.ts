import assert from "node:assert/strict";
import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import sharp from "sharp";
import { base, origin } from "../../src/site/config.ts";
import { htmlLang } from "../../src/site/languages.ts";
import en from "../../src/strings/en.json" with { type: "json" };
import { type BuiltPage, readBuiltPage, readBuiltPages, readVisibleText } from "./built-site.ts";

const pages = readBuiltPages();
const all = [...pages, readBuiltPage("index.html"), readBuiltPage("404.html")];

function readAttributes({ document }: BuiltPage, selector: string, name: string): string[] {
  return [...document.querySelectorAll(selector)].map((item) => item.getAttribute(name) ?? "");
}

/** The file of dist/ behind a full address of this site. */
function fileOf(address: string): string {
  assert.ok(address.startsWith(origin + base), address);
  const path = decodeURIComponent(address.slice((origin + base).length));
  return join("dist", path.endsWith("/") || path === "" ? `${path}index.html` : path);
}

test("every page has one title of its own, one first heading, a description and its language", () => {
  const titles = new Set<string>();
  for (const { file, lang, document } of pages) {
    const headings = [...document.querySelectorAll("h1")];
    assert.equal(headings.length, 1, `${file}: ${headings.length} h1`);
    assert.notEqual(headings[0]?.textContent?.trim(), "", file);
    assert.equal(document.documentElement.getAttribute("lang"), htmlLang[lang], file);
    const title = document.title.trim();
    assert.ok(title !== "" && !titles.has(title), `${file}: ${title}`);
    titles.add(title);
    const description = document.querySelector("meta[name=description]")?.getAttribute("content");
    assert.ok(description && description.length > 3, `${file}: ${description}`);
  }
});

test("the headings of a page descend one level at a time", () => {
  for (const { file, document } of pages) {
    const levels = [...document.querySelectorAll("main :is(h1, h2, h3, h4)")].map(({ tagName }) =>
      Number(tagName.slice(1)),
    );
    levels.forEach((level, i) => {
      assert.ok(level <= (levels[i - 1] ?? 0) + 1, `${file}: ${levels.join(" ")}`);
    });
  }
});

test("every page names itself as canonical and both its languages, which exist", () => {
  for (const page of pages) {
    const [canonical] = readAttributes(page, "link[rel=canonical]", "href");
    assert.equal(canonical, origin + page.url);
    const selector = "link[rel=alternate][hreflang]";
    assert.deepEqual(readAttributes(page, selector, "hreflang"), ["zh-CN", "en"], page.file);
    const [zh = "", other = ""] = readAttributes(page, selector, "href");
    assert.equal(other, zh.replace(`${base}zh/`, `${base}en/`));
    for (const address of [zh, other]) assert.ok(existsSync(fileOf(address)), address);
  }
});

test("every page has a picture of its own for shared links, of 1200 by 630 pixels", async () => {
  const pictures = new Set<string>();
  for (const page of pages) {
    const [picture = ""] = readAttributes(page, "meta[property='og:image']", "content");
    const { format, width, height } = await sharp(fileOf(picture)).metadata();
    assert.deepEqual({ format, width, height }, { format: "png", width: 1200, height: 630 });
    pictures.add(picture);
  }
  assert.equal(pictures.size, pages.length);
});

test("no id comes twice on a page", () => {
  for (const page of all) {
    const ids = readAttributes(page, "[id]", "id");
    const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
    assert.deepEqual(twice, [], page.file);
  }
});

test("no page shows a value that was not there", () => {
  for (const page of all) {
    const text = readVisibleText(page);
    const fault = /\b(undefined|NaN|null)\b|\[object Object\]|\{\w+\}/.exec(text);
    assert.equal(
      fault,
      null,
      `${page.file}: … ${text.slice((fault?.index ?? 0) - 40).slice(0, 80)}`,
    );
  }
});

test("no Chinese page speaks English in its interface", () => {
  const words = Object.values(en).flatMap((value) =>
    typeof value === "string" ? [value] : Object.values(value),
  );
  const phrases = words.filter((text) => text.trim().includes(" ") && !/[{}]/.test(text));
  assert.ok(phrases.length > 30);
  for (const page of pages.filter(({ lang }) => lang === "zh")) {
    for (const quoted of page.document.querySelectorAll("main [lang=en], cite")) quoted.remove();
    const labels = readAttributes(page, "[aria-label]", "aria-label").join("\n");
    const text = `${readVisibleText(page)}\n${labels}`;
    const found = phrases.filter((phrase) => phrase !== en.siteName && text.includes(phrase));
    assert.deepEqual(found, [], page.file);
  }
});

test("every page carries a policy that lets nothing but this site and its own script in", () => {
  for (const page of all) {
    const [policy = ""] = readAttributes(
      page,
      "meta[http-equiv='content-security-policy' i]",
      "content",
    );
    const directives = new Map(
      policy.split(";").map((text) => {
        const [name = "", ...values] = text.trim().split(/\s+/);
        return [name, values] as const;
      }),
    );
    assert.deepEqual(directives.get("default-src"), ["'self'"], page.file);
    const sources = directives.get("script-src") ?? [];
    assert.ok(sources.includes("'self'"), page.file);
    const allowed = /^('self'|'wasm-unsafe-eval'|'sha(256|384|512)-[^']+')$/;
    assert.deepEqual(
      sources.filter((source) => !allowed.test(source)),
      [],
      page.file,
    );
    // The page of models from the hub may fetch from elsewhere; tests/e2e/hub.test.ts holds it to that.
    if (page.file.includes("demos/hub/")) directives.delete("connect-src");
    assert.doesNotMatch([...directives.values()].flat().join(" "), /https?:|\*/, page.file);
    for (const address of readAttributes(page, "[src], [srcset]", "src")) {
      assert.doesNotMatch(address, /^(https?:)?\/\//, page.file);
    }
    const handlers = [...page.document.querySelectorAll("*")].flatMap((element) =>
      [...element.attributes].map(({ name }) => name).filter((name) => /^on[a-z]/.test(name)),
    );
    assert.deepEqual(handlers, [], page.file);
  }
});

test("every picture and diagram has a text alternative", () => {
  for (const page of pages) {
    for (const picture of page.document.querySelectorAll("img")) {
      assert.ok(picture.getAttribute("alt") !== null, `${page.file}: ${picture.outerHTML}`);
    }
    for (const drawing of page.document.querySelectorAll("svg[role=img]")) {
      const id = drawing.getAttribute("aria-labelledby") ?? "";
      const label =
        drawing.getAttribute("aria-label") ?? page.document.getElementById(id)?.textContent;
      assert.ok(label, `${page.file}: a drawing without a name`);
    }
  }
});

test("no file is larger than the 25 MiB that hosts of static sites take", () => {
  const files = globSync("**/*", { cwd: "dist" });
  assert.ok(files.length > 100);
  const large = files.filter((file) => statSync(join("dist", file)).size > 25 * 2 ** 20);
  assert.deepEqual(large, []);
});

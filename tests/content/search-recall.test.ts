import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { readCatalog } from "../../src/site/catalog.ts";
import { type Language, languages } from "../../src/site/languages.ts";
import { openSite, type Site } from "../e2e/browser.ts";

// A page contains a term when its visible text does, maths aside. Han text may stand inside longer
// Han text. A Latin word must begin where a word begins (`Net` in `ResNet` too) and may go on
// (`transformers`); a number must stand alone. What search lists beyond that only lowers precision
// when it comes before a page that contains the term.

const { catalog } = readCatalog(join(import.meta.dirname, "../.."));

describe("search over the glossary", { concurrency: true }, () => {
  for (const lang of languages) {
    describe(lang, () => {
      let site: Site;
      let page: Page;
      before(async () => {
        site = await openSite();
        page = await site.open(`${lang}/search/`);
      });
      after(() => site.close());

      test("finds every page that contains a term, and these first", async (t) => {
        const texts = await readTexts(page, lang);
        const scores = [];
        const began = performance.now();
        const terms = listTerms(lang);
        const answers = await askAll(page, terms);
        const pause = (performance.now() - began) / terms.length;
        for (const [position, term] of terms.entries()) {
          const pattern = writePattern(term);
          const wanted = new Set(
            [...texts].filter(([, text]) => pattern.test(text)).map(([path]) => path),
          );
          const found = answers[position] ?? [];
          if (wanted.size === 0) continue;
          const recall = found.filter((path) => wanted.has(path)).length / wanted.size;
          const first = found.slice(0, wanted.size);
          const precision = first.filter((path) => wanted.has(path)).length / wanted.size;
          const missed = [...wanted].filter((path) => !found.includes(path));
          scores.push({ term, pages: wanted.size, recall, precision, missed });
        }
        const recall = average(scores.map((score) => score.recall));
        const precision = average(scores.map((score) => score.precision));
        t.diagnostic(
          `${lang}: ${scores.length} terms on ${texts.size} pages, recall ${recall.toFixed(4)}, ` +
            `R-precision ${precision.toFixed(4)}, ${pause.toFixed(0)} ms per query`,
        );
        const worst = scores.filter((score) => score.recall < 1 || score.precision < 1);
        worst.sort((a, b) => a.recall + a.precision - b.recall - b.precision);
        for (const score of worst.slice(0, 10)) t.diagnostic(JSON.stringify(score));
        assert.ok(scores.length > 0, "no term of the glossary stands on any page");
        assert.ok(recall >= 0.99, `recall ${recall}`);
        assert.ok(precision >= 0.95, `R-precision ${precision}`);
      });
    });
  }
});

function listTerms(lang: Language): string[] {
  const names = catalog.glossary.flatMap(({ zh, en, aliases }) => [zh, en, ...aliases[lang]]);
  return [...new Set(names)];
}

/** The visible text of every page by its path, as the browser lays it out, one line per block. */
async function readTexts(page: Page, lang: Language): Promise<Map<string, string>> {
  const paths = globSync(`${lang}/**/index.html`, { cwd: "dist" })
    .map((file) => file.replaceAll("\\", "/").replace(/index\.html$/, ""))
    .filter((path) => path !== `${lang}/search/`);
  const texts = await page.evaluate(async (paths) => {
    const place = document.createElement("div");
    document.body.append(place);
    const read: [string, string][] = [];
    for (const path of paths) {
      const response = await fetch(`${document.documentElement.dataset["base"]}${path}`);
      const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
      const main = parsed.querySelector("main");
      for (const part of main?.querySelectorAll("math, script, style, noscript, template") ?? [])
        part.remove();
      place.replaceChildren(...(main ? [main] : []));
      read.push([path, place.innerText.replace(/[^\S\n]+/g, " ")]);
    }
    place.remove();
    return read;
  }, paths);
  return new Map(texts);
}

function writePattern(term: string): RegExp {
  const isLatin = /^[\p{L}\p{N}]/u.test(term) && !/^\p{Script=Han}/u.test(term);
  const start = isLatin
    ? "(?:(?<![\\p{L}\\p{N}])|(?<=\\p{Script=Han})|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu}))"
    : "";
  const end = /\d$/.test(term) ? "(?![\\p{L}\\p{N}])" : "";
  return new RegExp(start + [...term].map(matchSign).join("") + end, "u");
}

/** Case is ignored letter by letter, since the flag `i` would blur the capital at which a part begins. */
function matchSign(sign: string): string {
  const [lower, upper] = [sign.toLowerCase(), sign.toUpperCase()];
  if (lower !== upper) return `[${lower}${upper}]`;
  return sign === " " ? " ?" : sign.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
}

/** For each term the paths of the results on the results page, in their order. */
async function askAll(page: Page, terms: string[]): Promise<string[][]> {
  return page.evaluate(async (terms) => {
    const field = document.querySelector<HTMLInputElement>('[data-search="page"] input');
    const results = document.querySelector<HTMLElement>("[data-search-results]");
    if (!field || !results) throw new Error("missing search box");
    const base = document.documentElement.dataset["base"] ?? "/";
    const answers: string[][] = [];
    for (const term of terms) {
      field.value = term;
      field.form?.requestSubmit();
      while (results.dataset["searchState"] === "loading") {
        await new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            resolve();
          });
          observer.observe(results, { attributes: true });
        });
      }
      if (results.dataset["searchState"] !== "done") throw new Error(`search failed for ${term}`);
      const links = results.querySelectorAll<HTMLAnchorElement>("a[data-result]");
      answers.push([...links].map(({ pathname }) => pathname.slice(base.length)));
    }
    return answers;
  }, terms);
}

function average(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

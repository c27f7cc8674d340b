import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { loadCatalog } from "../../src/site/catalog.ts";
import { citedIn } from "../../src/site/citations.ts";
import { languages } from "../../src/site/languages.ts";
import { findSharedRuns, type Measure } from "./shared-runs.ts";

const { articles } = loadCatalog();
const texts = articles.flatMap(({ slug, body }) =>
  languages.map((lang) => ({ name: `${slug} ${lang}`, slug, lang, text: body[lang] })),
);

test("every article shows all of its figures, three or more, in both languages", () => {
  for (const { slug, figures, body } of articles) {
    const ids = Object.keys(figures).sort();
    assert.ok(ids.length >= 3, `${slug} has ${ids.length} figures`);
    for (const lang of languages) {
      const shown = [...body[lang].matchAll(/<Figure id="([^"]+)" \/>/g)].map(([, id]) => id);
      assert.deepEqual(shown.sort(), ids, `${slug} ${lang}`);
    }
  }
});

test("every article cites eight sources or more, the same in both languages", () => {
  for (const { slug, body } of articles) {
    const cited = citedIn(body.zh);
    assert.ok(cited.length >= 8, `${slug} cites ${cited.length} sources`);
    assert.deepEqual(citedIn(body.en).sort(), cited.sort(), slug);
  }
});

test("every article links patterns, terms and, once there are several, other articles", () => {
  for (const { name, slug, text } of texts) {
    const linked = (kind: string) =>
      [...text.matchAll(new RegExp(`\\]\\(${kind}:([a-z0-9-]+)`, "g"))].map(([, id]) => id);
    assert.ok(linked("pattern").length > 0, `${name} links no pattern`);
    assert.match(text, /<Term id="/, `${name} links no term`);
    const others = linked("article").filter((id) => id !== slug);
    assert.ok(others.length > 0 || articles.length === 1, `${name} links no other article`);
  }
});

test("a run of text that two texts share is found across spaces, case and line ends", () => {
  const han: Measure = { unit: /\p{Script=Han}/gu, most: 3 };
  assert.deepEqual(findSharedRuns("甲乙丙丁，戊", "子甲乙\n丙 丁", han), ["甲乙丙丁"]);
  assert.deepEqual(findSharedRuns("甲乙丙，戊", "甲乙丙", han), []);
  const words: Measure = { unit: /[\p{L}\p{N}]+/gu, most: 2 };
  assert.deepEqual(findSharedRuns("One two\nthree.", "and one, two three", words), [
    "one two three",
  ]);
});

const sourceFolder = "../shared/sources";
if (existsSync(sourceFolder)) {
  test("no article takes more than 25 Han characters or 12 words in a row from a source", () => {
    const sources = globSync(`${sourceFolder}/*.txt`).map((file) => readFileSync(file, "utf8"));
    assert.ok(sources.length > 0);
    for (const { name, lang, text } of texts) {
      const measure: Measure =
        lang === "zh"
          ? { unit: /[\p{Script=Han}\p{N}]|[A-Za-z]+/gu, most: 25 }
          : { unit: /[\p{L}\p{N}]+/gu, most: 12 };
      for (const source of sources) {
        assert.deepEqual(findSharedRuns(text, source, measure), [], name);
      }
    }
  });
}

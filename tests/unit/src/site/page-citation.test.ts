import assert from "node:assert/strict";
import { test } from "node:test";
import { type CitedPage, citeAsBibtex, citeAsText } from "../../../../src/site/page-citation.ts";

const page: CitedPage = {
  lang: "zh",
  slug: "gating",
  title: "门控",
  url: "https://patterns.example/zh/patterns/gating/",
  published: "2026-01-02",
  changed: "2027-03-04",
};

test("a page is cited with the day it last changed, or the day it was published", () => {
  assert.equal(
    citeAsText(page),
    "《门控》，深度学习模式语言，2027-03-04，https://patterns.example/zh/patterns/gating/",
  );
  assert.match(citeAsText({ ...page, changed: undefined }), /2026-01-02/);
});

test("an English page is cited in English", () => {
  const url = "https://patterns.example/en/patterns/gating/";
  assert.equal(
    citeAsText({ ...page, lang: "en", title: "Gating", url }),
    `Gating. Deep Learning Pattern Language, 2027-03-04. ${url}`,
  );
});

test("the BibTeX entry of a page has a key, the title in braces, the year and the address", () => {
  const bibtex = citeAsBibtex(page);
  assert.match(bibtex, /^@misc\{dlpl-gating-2027,\n/);
  assert.match(bibtex, /title\s*= \{\{门控\}\}/);
  assert.match(bibtex, /year\s*= \{2027\}/);
  assert.match(bibtex, /url\s*= \{https:\/\/patterns\.example\/zh\/patterns\/gating\/\}\n\}$/);
});

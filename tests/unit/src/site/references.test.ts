import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { loadCatalog } from "../../../../src/site/catalog.ts";
import { readReferences, shortCitation } from "../../../../src/site/references.ts";

function read(bibtex: string) {
  const folder = mkdtempSync(join(tmpdir(), "references-"));
  writeFileSync(join(folder, "a.bib"), bibtex);
  try {
    return readReferences(join(folder, "a.bib"), "a.bib");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const fields = "author = {Lecun, Yann and Bengio, Yoshua}, title = {Deep nets}, year = {2015}";

test("a source is written in APA form, without its address", () => {
  const { references, faults } = read(
    `@article{a, ${fields}, journal = {Nature}, volume = {521}, pages = {436--444}, doi = {10.1/x}}`,
  );
  assert.deepEqual(faults, []);
  const text = references.get("a")?.text ?? "";
  assert.match(text, /^Lecun, Y\., & Bengio, Y\. \(2015\)\. Deep nets\. Nature, 521, 436–444\.$/);
});

test("the address of a source is its DOI, else its arXiv page, else its own", () => {
  const address = (more: string) => read(`@misc{a, ${fields}, ${more}}`).references.get("a")?.url;
  const arxiv = "eprint = {1706.03762}, archiveprefix = {arXiv}";
  const url = "url = {https://example.org/a}";
  assert.equal(address(`doi = {10.1/x}, ${arxiv}, ${url}`), "https://doi.org/10.1/x");
  assert.equal(address(`${arxiv}, ${url}`), "https://arxiv.org/abs/1706.03762");
  assert.equal(address(url), "https://example.org/a");
});

test("a key that comes twice, a missing field and a missing address are faults with their lines", () => {
  const url = "url = {https://example.org/}";
  const { faults } = read(
    [`@misc{a, ${fields}, ${url}}`, `@misc{a, ${fields}, ${url}}`, "@misc{b, title = {T}}"].join(
      "\n",
    ),
  );
  assert.deepEqual(
    faults.map(({ kind, value, line }) => `${kind} ${value} ${line}`),
    ["duplicate a 2", "missing b.author 3", "missing b.year 3", "missing b.url 3"],
  );
});

test("the short form names one author, both of two, or the first of more, in the page's words", () => {
  const [one] = [...read(`@misc{a, ${fields}, doi = {10.1/x}}`).references.values()];
  assert.ok(one);
  const named = (authors: string[], lang: "zh" | "en") => shortCitation({ ...one, authors }, lang);
  assert.equal(named(["LeCun"], "zh"), "LeCun 2015");
  assert.equal(named(["LeCun", "Bengio"], "zh"), "LeCun 与 Bengio 2015");
  assert.equal(named(["LeCun", "Bengio"], "en"), "LeCun & Bengio 2015");
  assert.equal(named(["LeCun", "Bengio", "Hinton"], "zh"), "LeCun 等 2015");
  assert.equal(named(["LeCun", "Bengio", "Hinton"], "en"), "LeCun et al. 2015");
});

test("sources of the same authors and year have letters, in text and short form", () => {
  const { references } = read(
    [
      `@misc{b, ${fields.replace("Deep", "Wide")}, doi = {10.1/b}}`,
      `@misc{a, ${fields}, doi = {10.1/a}}`,
      `@misc{c, ${fields.replace("2015", "2016")}, doi = {10.1/c}}`,
    ].join("\n"),
  );
  const [wide, deep, later] = [...references.values()];
  assert.ok(wide && deep && later);
  assert.match(deep.text, /\(2015a\)\. Deep nets/);
  assert.match(wide.text, /\(2015b\)\. Wide nets/);
  assert.equal(shortCitation(deep, "zh"), "Lecun 与 Bengio 2015a");
  assert.equal(shortCitation(later, "en"), "Lecun & Bengio 2016");
});

test("every source of the site has an author, a year, an https address and a readable text", () => {
  const { references } = loadCatalog();
  assert.ok(references.size > 50);
  for (const { id, authors, year, url, text } of references.values()) {
    assert.ok(authors.length > 0 && authors.every((name) => name !== ""), id);
    assert.ok(year >= 1900 && year <= 2100, `${id}: ${year}`);
    assert.match(url, /^https:\/\/\S+$/, id);
    assert.doesNotMatch(text, /undefined|NaN|[{}\\]|https?:/, `${id}: ${text}`);
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Link } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { resolveCitations } from "../../../../src/markdown/citations.ts";
import { resolveTerms } from "../../../../src/markdown/terms.ts";
import { loadCatalog } from "../../../../src/site/catalog.ts";
import { shortCitation } from "../../../../src/site/references.ts";
import { select } from "./select.ts";
import { transform } from "./tree.ts";

const { references, glossary } = loadCatalog();
const [first, second] = [...references.values()];
const term = glossary[0];
assert.ok(first && second && term);

test("a citation becomes a link to the page's list of references", () => {
  const tree = transform(`说法<Cite id="${first.id}" />。`, [resolveCitations]);
  const [link] = select<Link>(tree, "link");
  assert.equal(link?.url, `#ref-${first.id}`);
  assert.equal(textOf(tree), `说法${shortCitation(first, "zh")}。`);
});

test("two sources of one claim are parted by the semicolon of the language", () => {
  const source = `A claim <Cite id="${first.id} ${second.id}" />.`;
  const names = (lang: "zh" | "en") => [shortCitation(first, lang), shortCitation(second, lang)];
  const cite = (lang: "zh" | "en") => textOf(transform(source, [resolveCitations], { lang }));
  assert.equal(cite("zh"), `A claim ${names("zh").join("；")}.`);
  assert.equal(cite("en"), `A claim ${names("en").join("; ")}.`);
});

test("a term links to its entry in the glossary, with the definition as its title", () => {
  const source = `A <Term id="${term.id}">word **in bold**</Term> here.`;
  const [link] = select<Link>(transform(source, [resolveTerms], { lang: "en" }), "link");
  assert.equal(link?.url, `/en/glossary/#${term.id}`);
  assert.equal(link?.title, term.definition.en);
  assert.equal(link ? textOf(link) : "", "word in bold");
});

test("an unknown source and an unknown term stop the build", () => {
  const cite = () => transform('x <Cite id="nobody1900nothing" />', [resolveCitations]);
  assert.throws(cite, /unknown reference: nobody1900nothing/);
  const define = () => transform('x <Term id="no-such-term">y</Term>', [resolveTerms]);
  assert.throws(define, /unknown term: no-such-term/);
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compareEntries } from "../../../../demos/zoo/compare.ts";
import { cellKinds, families } from "../../../../demos/zoo/entry.ts";
import { applyFilter, kindsOf } from "../../../../demos/zoo/filters.ts";
import { readFirstView } from "../../../../demos/zoo/first-view.ts";
import { createDefaultView, readView, writeView } from "../../../../demos/zoo/view-state.ts";
import { languages } from "../../../../src/site/languages.ts";
import { loadZoo, zooSchema } from "../../../../src/site/zoo.ts";

const zoo = loadZoo();
const usual = createDefaultView(zoo);
const find = (id: string) => {
  const entry = zoo.find((one) => one.id === id);
  assert.ok(entry, id);
  return entry;
};
const list = (change: Partial<typeof usual.filter>): string[] =>
  applyFilter(zoo, { ...usual.filter, ...change }).map(({ short }) => short);

test("the zoo holds the 27 kinds of the poster and at least eight others", () => {
  const poster = zoo.filter((entry) => entry.poster).map(({ short }) => short);
  assert.deepEqual(
    poster.sort(),
    (
      "P FF RBF DFF RNN LSTM GRU AE VAE DAE SAE MC HN BM RBM DBN DCN DN DCIGN GAN " +
      "LSM ELM ESN DRN KN SVM NTM"
    )
      .split(" ")
      .sort(),
  );
  assert.ok(zoo.length - poster.length >= 8);
});

test("the article counts those that are not on the poster rightly", () => {
  const later = zoo.filter((entry) => !entry.poster).length;
  const folder = "content/articles/neural-network-compute-explosion";
  assert.ok(readFileSync(`${folder}/zh.mdx`, "utf8").includes(`海报之外的 ${later} 种`));
  assert.ok(readFileSync(`${folder}/en.mdx`, "utf8").includes(`${later} more that are not on`));
});

test("every family and every kind of cell occurs", () => {
  for (const family of families)
    assert.ok(
      zoo.some((entry) => entry.family === family),
      family,
    );
  for (const kind of cellKinds)
    assert.ok(
      zoo.some((entry) => kindsOf(entry).includes(kind)),
      kind,
    );
});

test("every card has its maths, its paper with an address and a page to read on, in both languages", () => {
  for (const lang of languages) {
    for (const { id, mathml, source, target } of readFirstView(lang)) {
      assert.match(mathml, /^<math/, id);
      assert.match(source.url, /^https:\/\//, id);
      assert.ok(source.title && source.text, id);
      assert.match(target.url, new RegExp(`/${lang}/`), id);
    }
  }
});

test("an entry without one of its languages, or with a field that is not known, is refused", () => {
  const [entry] = zoo;
  assert.ok(entry);
  assert.ok(zooSchema.safeParse([entry]).success);
  assert.ok(!zooSchema.safeParse([{ ...entry, idea: { zh: "只有中文" } }]).success);
  assert.ok(!zooSchema.safeParse([{ ...entry, idea: { zh: "only English", en: "x" } }]).success);
  assert.ok(!zooSchema.safeParse([{ ...entry, colour: "red" }]).success);
});

test("filters by family, kind of cell, years, origin and words narrow the list together", () => {
  assert.equal(list({}).length, zoo.length);
  assert.deepEqual(list({ families: ["autoencoder"], to: 2008 }), ["AE", "DAE", "SAE"]);
  assert.deepEqual(list({ kinds: ["spiking", "coupling"] }), ["LSM", "Flow"]);
  assert.deepEqual(list({ query: "hopfield 现代" }), ["MHN"]);
  assert.deepEqual(list({ origin: "later", from: 2023 }), ["Mamba"]);
  assert.deepEqual(list({ query: "qwerty" }), []);
});

test("the list is sorted by year, backwards and by abbreviation", () => {
  assert.equal(list({ sort: "year" })[0], "MC");
  assert.equal(list({ sort: "newest" })[0], "Mamba");
  assert.equal(list({ sort: "name" })[0], "AE");
});

test("a comparison names what differs and which cells only one has", () => {
  const { different, onlyFirst, onlySecond } = compareEntries(find("autoencoder"), find("vae"));
  assert.deepEqual(onlyFirst, []);
  assert.deepEqual(onlySecond, ["stochastic"]);
  assert.ok(different.includes("kinds") && different.includes("year"));
  assert.ok(!different.includes("family") && !different.includes("rules"));
  assert.deepEqual(compareEntries(find("vae"), find("vae")).different, []);
});

test("an address holds the view and gives it back", () => {
  assert.equal(writeView(usual, zoo).toString(), "");
  const state = {
    filter: { ...usual.filter, families: ["energy" as const], from: 1982, query: "图样" },
    open: "hopfield",
    pair: ["hopfield", "modern-hopfield"],
  };
  const read = readView(writeView(state, zoo), zoo);
  assert.deepEqual(read, { state, notes: [] });
});

test("what an address cannot mean is as by default, and the reader is told", () => {
  const { state, notes } = readView(
    new URLSearchParams("family=cats&from=3000&pair=zebra&open=gan"),
    zoo,
  );
  assert.deepEqual(state, { ...usual, open: "gan" });
  assert.deepEqual(
    notes.map(({ en }) => en.split(" in ")[0]),
    ["Invalid from=3000", "Invalid family=cats", "Invalid pair=zebra"],
  );
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CatalogPage } from "../../../../src/search/catalog.ts";
import { type Hit, searchPages } from "../../../../src/search/engine.ts";
import { cutQuery } from "../../../../src/search/tokens.ts";

// An index in memory that answers as Pagefind does: quoted words stand side by side, others anywhere.
const texts: Record<string, string> = {
  home: "模式 注意力 自注意力",
  gating: "门控 与 注意力 注意力 注意力",
  self: "自注意力 只看 一个 序列",
  notes: "注意 事项 和 力量",
  english: "attention is all you need",
  storage: "storage of vectors",
  links: "下一篇 门控",
};
const kinds: Record<string, string> = { home: "page" };
const titles: Record<string, string> = { self: "自注意力", gating: "门控" };

async function ask(query: string): Promise<Hit[]> {
  const words = query.replaceAll('"', "").split(" ");
  return Object.entries(texts).flatMap(([id, text]) => {
    const tokens = cutQuery(text).map((token) => token.text);
    const places = tokens.flatMap((token, place) => (words.includes(token) ? [place] : []));
    const isExact = places.some((place) =>
      words.every((word, step) => tokens[place + step] === word),
    );
    const isLoose = words.every((word) => tokens.includes(word));
    return (query.startsWith('"') ? isExact : isLoose) ? [{ id, score: 1, words: places }] : [];
  });
}

const pages = Object.keys(texts).map((id): CatalogPage => {
  const isBeside = id === "links";
  const ids = { textId: isBeside ? "" : id, besideId: isBeside ? id : "" };
  return { ...ids, path: id, title: titles[id] ?? id, kind: kinds[id] ?? "pattern", chapter: "" };
});
const index = {
  ask,
  catalog: {
    version: "",
    pages,
    words: "all attention is need of storage vectors you",
    traditional: "門门",
  },
  terms: [
    { zh: "注意力", en: "attention", aliases: { zh: [], en: [] }, refused: { zh: [], en: [] } },
  ],
  lang: "zh" as const,
};
const paths = (found: { path: string }[]): string[] => found.map(({ path }) => path);

describe("an answer", () => {
  test("lists every page with the query as written, and none with only its characters", async () => {
    const { written } = await searchPages(index, "注意力");
    assert.deepEqual(new Set(paths(written)), new Set(["self", "gating", "home"]));
  });

  test("puts a page with the query in its title first, then by number of places, lists last", async () => {
    const { written } = await searchPages(index, "注意力");
    assert.deepEqual(paths(written), ["self", "gating", "home"]);
  });

  test("adds the pages with the other language's word for the term, each page once", async () => {
    const { written, expanded } = await searchPages(index, "attention");
    assert.deepEqual(paths(written), ["english"]);
    assert.deepEqual(expanded[0]?.expansion.words, ["注意力"]);
    assert.deepEqual(paths(expanded[0]?.pages ?? []), ["self", "gating", "home"]);
  });

  test("keeps pages with the pieces of a query, or with it inside a word, for the end", async () => {
    const { written, pieces } = await searchPages(index, "门控 注意力");
    assert.deepEqual(paths(written), []);
    assert.deepEqual(paths(pieces), ["gating"]);
    assert.deepEqual(paths((await searchPages(index, "rag")).pieces), ["storage"]);
  });

  test("names pages with the query only beside their text after those with it in the text", async () => {
    const { written, beside } = await searchPages(index, "门控");
    assert.deepEqual(paths(written), ["gating"]);
    assert.deepEqual(paths(beside), ["links"]);
  });

  test("is empty for a query without letters", async () => {
    const nothing = { written: [], beside: [], expanded: [], pieces: [] };
    assert.deepEqual(await searchPages(index, "？"), nothing);
  });

  test("is the same for a query in traditional characters or full-width letters", async () => {
    assert.deepEqual(await searchPages(index, "門控"), await searchPages(index, "门控"));
    assert.deepEqual(
      await searchPages(index, "ｖｅｃｔｏｒｓ"),
      await searchPages(index, "vectors"),
    );
    assert.deepEqual(paths((await searchPages(index, "門控")).written), ["gating"]);
  });
});

/** Builds the search index of a built site: `node scripts/index-search.ts dist`. */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { close, createIndex } from "pagefind";
import { type CatalogPage, listWords, type SearchCatalog } from "../src/search/catalog.ts";
import { writeIndexPage } from "../src/search/index-page.ts";
import { readPageText, type TextBlock } from "../src/search/page-text.ts";
import { searchableMarks } from "../src/search/tokens.ts";
import { pairTraditional } from "../src/search/traditional.ts";
import { type Language, languages } from "../src/site/languages.ts";

const dist = process.argv[2] ?? "dist";
const served = /^(pagefind\.js|pagefind-entry\.json|wasm\..*|.*\.pf_meta|index\/.*|fragment\/.*)$/;
const besideMark = "?beside";

rmSync(join(dist, "pagefind"), { recursive: true, force: true });
for (const lang of languages) {
  const { pages, bytes } = await indexLanguage(lang);
  console.log(`search ${lang}: ${pages} pages, ${Math.round(bytes / 1024)} KiB`);
}
await close();

async function indexLanguage(lang: Language): Promise<{ pages: number; bytes: number }> {
  // One index per language, both cut as Chinese: English pages quote Chinese terms, and without
  // stemming a word stands for itself.
  const { index, errors } = await createIndex({
    forceLanguage: "zh",
    includeCharacters: searchableMarks,
  });
  if (!index) throw new Error(`invalid search index: ${errors.join("; ")}`);
  const pages: CatalogPage[] = [];
  const words = new Set<string>();
  const signs = new Set<string>();
  const add = async (url: string, title: string, blocks: TextBlock[]): Promise<void> => {
    if (blocks.length === 0) return;
    const added = await index.addHTMLFile({ url, content: writeIndexPage(title, blocks) });
    if (added.errors.length > 0) throw new Error(`invalid page ${url}: ${added.errors.join("; ")}`);
  };
  for (const file of globSync(`${lang}/**/*.html`, { cwd: dist }).sort()) {
    const page = readPageText(readFileSync(join(dist, file), "utf8"));
    if (!page) continue;
    const path = file.replaceAll("\\", "/").replace(/index\.html$/, "");
    await add(`/${path}`, page.title, page.blocks);
    await add(`/${path}${besideMark}`, page.title, page.asides);
    const { title, kind, chapter } = page;
    pages.push({ textId: "", besideId: "", path, title, kind, chapter });
    for (const word of listWords(page)) words.add(word);
    for (const { text } of [...page.blocks, ...page.asides])
      for (const sign of text) signs.add(sign);
  }
  if (pages.length === 0)
    throw new Error(`missing pages in ${join(dist, lang)}: build the site first`);
  const { files } = await index.getFiles();
  const written = files.filter(({ path }) => served.test(path));
  const ids = new Map(written.filter(({ path }) => path.startsWith("fragment/")).map(readId));
  for (const page of pages) {
    page.textId = ids.get(`/${page.path}`) ?? "";
    page.besideId = ids.get(`/${page.path}${besideMark}`) ?? "";
  }
  const catalog: SearchCatalog = {
    version: written.find(({ path }) => path.endsWith(".pf_meta"))?.path.split(/[._]/)[2] ?? "",
    pages,
    words: [...words].sort().join(" "),
    traditional: pairTraditional([...signs].join("")),
  };
  const catalogFile = { path: "catalog.json", content: Buffer.from(JSON.stringify(catalog)) };
  for (const { path, content } of [...written, catalogFile]) {
    const place = join(dist, "pagefind", lang, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  }
  await index.deleteIndex();
  return {
    pages: pages.length,
    bytes: written.reduce((sum, { content }) => sum + content.length, 0),
  };
}

/** The address that a fragment was added under, and Pagefind's id for it. */
function readId({ path, content }: { path: string; content: Uint8Array }): [string, string] {
  const { url } = JSON.parse(gunzipSync(content).subarray("pagefind_dcd".length).toString()) as {
    url: string;
  };
  return [url, path.slice("fragment/".length, path.lastIndexOf("."))];
}

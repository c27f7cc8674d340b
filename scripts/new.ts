/** `npm run new -- pattern <chapter>/<slug>` or `article <slug>`: scaffolds both languages. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCatalog } from "../src/site/catalog.ts";
import { suggestNearest } from "../src/site/fault.ts";
import { articleFiles, patternFiles } from "./templates.ts";

const [kind, target = ""] = process.argv.slice(2);
const today = new Date().toISOString().slice(0, 10);

if (kind === "pattern") createPattern(target);
else if (kind === "article") createArticle(target);
else fail("npm run new -- pattern <chapter>/<slug>\n       npm run new -- article <slug>");

function createPattern(path: string): void {
  const [chapter = "", slug = "", ...rest] = path.split("/");
  checkSlug(slug);
  if (rest.length > 0) fail(`invalid pattern: ${path}: write <chapter>/<slug>`);
  const { chapters, patterns, plan } = readCatalog(process.cwd()).catalog;
  const ids = chapters.map(({ id }) => id);
  if (!ids.includes(chapter)) {
    fail(
      `unknown chapter: ${chapter}: ${suggestNearest(chapter, ids) ?? `one of ${ids.join(", ")}`}`,
    );
  }
  if (patterns.some((pattern) => pattern.slug === slug)) fail(`duplicate pattern: ${slug}`);
  const planned = plan.find((pattern) => pattern.slug === slug);
  writeAll(join("patterns", chapter, slug), patternFiles(slug, today, planned));
  if (planned) console.log(`Now remove ${slug} from patterns/plan.yaml.`);
}

function createArticle(slug: string): void {
  checkSlug(slug);
  writeAll(join("content/articles", slug), articleFiles(slug, today));
}

function writeAll(folder: string, files: Record<string, string>): void {
  if (existsSync(folder)) fail(`duplicate folder: ${folder}: nothing was changed`);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
    console.log(join(folder, name));
  }
  console.log("Replace every TODO, then run npm run check.");
}

function checkSlug(slug: string): void {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return;
  fail(`invalid slug: ${slug || "(none)"}: write it in English kebab-case, e.g. weight-sharing`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Article, Catalog, Pattern } from "./catalog.ts";
import { sourcesOfArticle, sourcesOfPattern } from "./citations.ts";
import { listPatterns } from "./entries.ts";
import { plotLandscape } from "./landscape-plot.ts";
import { writeLicence, writeOld, writeState } from "./landscape-words.ts";
import type { Language } from "./languages.ts";
import { resolvePageId } from "./page-ids.ts";
import { shortCitation } from "./references.ts";
import { collectRelations } from "./relations.ts";
import { stringsOf } from "./strings.ts";
import { absoluteUrl, articlePath, demoPath, pageUrl, patternPath } from "./urls.ts";

/** A pattern as one plain Markdown file, for readers and programs that want text. */
export function writePatternMarkdown(catalog: Catalog, pattern: Pattern, lang: Language): string {
  const t = stringsOf(lang);
  const colon = lang === "zh" ? "：" : ": ";
  const names = new Map(listPatterns(catalog).map((entry) => [entry.slug, entry.names[lang]]));
  const uses = pattern.knownUses.map(
    ({ system, year, what, source }) =>
      `- ${system}, ${year}${colon}${what[lang]} [${citeShortly(catalog, source, lang)}]`,
  );
  const relations = (collectRelations(catalog).get(pattern.slug) ?? []).map(
    ({ label, to, reason }) =>
      `- ${t.relation[label]}${colon}${names.get(to) ?? to}${reason ? `${colon}${reason[lang]}` : ""}`,
  );
  const folder = join("patterns", pattern.chapter, pattern.slug);
  return joinBlocks([
    `# ${pattern.names[lang]}`,
    pattern.intent[lang],
    absoluteUrl(pageUrl(lang, patternPath(pattern.slug))),
    `${t.structure}${colon}${pattern.figure.alt[lang]}`,
    writeBody(catalog, pattern.body[lang], lang).replace("<Sketch />", () =>
      writeListing(folder, "sketch.ts"),
    ),
    `## ${t.knownUses}`,
    uses.join("\n"),
    `## ${t.relations}`,
    relations.join("\n"),
    ...writeReferences(catalog, sourcesOfPattern(pattern), lang),
  ]);
}

/** An article as one plain Markdown file; figures stand as their text alternatives. */
export function writeArticleMarkdown(catalog: Catalog, article: Article, lang: Language): string {
  const folder = join("content/articles", article.slug);
  const alternative = (_: string, id: string) => `> ${article.figures[id]?.alt[lang] ?? ""}`;
  return joinBlocks([
    `# ${article.title[lang]}`,
    absoluteUrl(pageUrl(lang, articlePath(article.slug))),
    article.summary[lang].map((sentence) => `- ${sentence}`).join("\n"),
    writeBody(catalog, article.body[lang], lang)
      .replace(/<Figure id="([^"]+)" \/>/g, alternative)
      .replace(/<Landscape kind="([^"]+)" \/>/g, (_, kind) => writeTools(catalog, kind, lang))
      .replace("<LandscapeCounts />", () => `> ${plotLandscape(catalog.landscape).alt[lang]}`)
      .replace(/<Listing file="([^"]+)" \/>/g, (_, name: string) => writeListing(folder, name)),
    ...writeReferences(catalog, sourcesOfArticle(article, catalog), lang),
  ]);
}

/** The tools of one kind as a table. */
function writeTools(catalog: Catalog, kind: string, lang: Language): string {
  const { tool: name, maker, licence, use, today } = stringsOf(lang).landscape;
  const [comma, stop] = lang === "zh" ? ["，", "。"] : [", ", ". "];
  const writeRow = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const rows = catalog.landscape
    .filter((tool) => tool.kind === kind)
    .map((tool) => {
      const cites = tool.sources.map((id) => citeShortly(catalog, id, lang)).join("; ");
      const uses = [tool.use[lang], writeOld(tool, lang)].filter((text) => text !== "");
      return writeRow([
        [tool.name, tool.maker[lang], writeLicence(tool, lang)].join(comma),
        uses.join(stop),
        `${writeState(tool, lang)}${stop}${tool.today[lang]}${cites && ` [${cites}]`}`,
      ]);
    });
  return [
    writeRow([[name, maker, licence].join(comma), use, today]),
    writeRow(["---", "---", "---"]),
    ...rows,
  ].join("\n");
}

function writeListing(folder: string, name: string): string {
  const code = readFileSync(join(folder, name), "utf8").trimEnd();
  return `\`\`\`${extname(name).slice(1)}\n${code}\n\`\`\``;
}

/** MDX written out as Markdown: the closed vocabulary is small enough to do it by rule. */
export function writeBody(catalog: Catalog, body: string, lang: Language): string {
  const cite = (_: string, ids: string) =>
    `[${ids
      .split(" ")
      .map((id) => citeShortly(catalog, id, lang))
      .join("; ")}]`;
  const link = (_: string, kind: string, id: string, hash = "") => {
    const path = resolvePageId(catalog, kind, id)?.path ?? "";
    return `](${absoluteUrl(pageUrl(lang, path))}${hash})`;
  };
  const figure = (_: string, name: string) => absoluteUrl(pageUrl(lang, demoPath(name)));
  return body
    .trim()
    .replace(/^(#{2,3} .*?)\s*\[#[a-z0-9-]+\]$/gm, "$1")
    .replace(/<Cite id="([^"]+)" \/>/g, cite)
    .replace(/<Term id="[^"]+">(.*?)<\/Term>/gs, "$1")
    .replace(/<Therefore>(.*?)<\/Therefore>/gs, "> **$1**")
    .replace(/<Aside kind="[^"]+">(.*?)<\/Aside>/gs, "$1")
    .replace(/<Calculator \/>\n*/g, "")
    .replace(/<Demo name="([^"]+)" \/>/g, figure)
    .replace(/\]\((pattern|article|chapter|demo|page):([a-z0-9-]+)(#[a-z0-9-]+)?\)/g, link);
}

function citeShortly({ references }: Catalog, id: string, lang: Language): string {
  const reference = references.get(id);
  return reference ? shortCitation(reference, lang) : id;
}

function writeReferences({ references }: Catalog, ids: string[], lang: Language): string[] {
  const lines = ids.flatMap((id) => {
    const reference = references.get(id);
    return reference ? [`- ${reference.text} ${reference.url}`] : [];
  });
  return [`## ${stringsOf(lang).references}`, lines.join("\n")];
}

export function joinBlocks(blocks: string[]): string {
  return `${blocks.join("\n\n")}\n`;
}

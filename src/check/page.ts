import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Heading, Root } from "mdast";
import { toString as toText } from "mdast-util-to-string";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { splitHeadingId } from "../markdown/heading-id.ts";
import type { PageKind } from "../markdown/vocabulary.ts";
import type { Fault } from "../site/fault.ts";
import type { Language } from "../site/languages.ts";

export interface PageHeading {
  text: string;
  id: string | undefined;
  depth: Heading["depth"];
  line: number;
}

/** One MDX file, parsed. */
export interface Page {
  kind: PageKind;
  folder: string; // relative to the project root
  slug: string;
  lang: Language;
  file: string;
  tree: Root;
  headings: PageHeading[];
}

const parser = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath)
  .use(remarkCjkFriendly);

// What Astro takes for front matter, YAML or TOML, wherever it may begin.
const frontMatter = /^(?:\uFEFF?|\s*\n)(?:---|\+\+\+)[\s\S]*?\n(?:---|\+\+\+)/;

/** Parses `<folder>/<lang>.mdx`; a missing file gives neither page nor fault. */
export function readPage(
  root: string,
  { kind, folder, lang }: Pick<Page, "kind" | "folder" | "lang">,
): { page: Page | undefined; faults: Fault[] } {
  const file = `${folder}/${lang}.mdx`;
  if (!existsSync(join(root, file))) return { page: undefined, faults: [] };
  const faults: Fault[] = [];
  const text = readFileSync(join(root, file), "utf8").replaceAll("\r\n", "\n");
  const source = text.replace(frontMatter, (block) => {
    const [value = ""] = block.trim().split(/\s/);
    const fix = kind === "about" ? "remove it" : `write the keys in ${kind}.yaml`;
    faults.push({ kind: "invalid", thing: "front matter", value, file, line: 1, fix });
    return block.replace(/[^\n]+/g, ""); // keeps the line numbers
  });
  try {
    const tree = parser.parse(source);
    const page = { kind, folder, lang, file, tree, headings: listHeadings(tree) };
    return { page: { ...page, slug: basename(folder) }, faults };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const line = "line" in error && typeof error.line === "number" ? error.line : 1;
    const [value = ""] = error.message.replace(/ \(note: .*\)$/s, "").split("\n");
    faults.push({ kind: "invalid", thing: "MDX", value, file, line });
    return { page: undefined, faults };
  }
}

/** The line on which a node of a page begins. */
export function lineOf(node: { position?: { start: { line: number } } | undefined }): number {
  return node.position?.start.line ?? 1;
}

/** The chapter that a pattern lies in, told from its folder. */
export function chapterOf({ folder }: Pick<Page, "folder">): string {
  return basename(dirname(folder));
}

function listHeadings(tree: Root): PageHeading[] {
  const headings: PageHeading[] = [];
  visit(tree, "heading", (node) => {
    const { text } = splitHeadingId(toText(node));
    const last = node.children.at(-1); // the site reads the id there, and from plain text only
    const id = last?.type === "text" ? splitHeadingId(last.value).id : undefined;
    headings.push({ text, id, depth: node.depth, line: lineOf(node) });
  });
  return headings;
}

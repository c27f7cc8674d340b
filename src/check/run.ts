import type { Nodes, PhrasingContent } from "mdast";
import { toString as toText } from "mdast-util-to-string";
import { breakBetweenHan } from "../markdown/han-lines.ts";
import type { Language } from "../site/languages.ts";
import { fieldOf, listOf } from "./loose-value.ts";
import { lineOf, type Page } from "./page.ts";
import type { Source } from "./source.ts";

/**
 * A stretch of text as a reader sees it, across the borders of terms, links and emphasis. What is
 * not text stands as one character of `objects`.
 */
export interface Run {
  lang: Language;
  text: string;
  file: string;
  lineAt(index: number): number;
}

/** Characters of the private use area that stand for what is not text, or ends a line. */
export const objects = { code: "\uE001", math: "\uE002", cite: "\uE003", break: "\uE004" } as const;

/** The runs of a page: one per paragraph, heading, table cell, alternative text and title. */
export function listPageRuns({ lang, file, tree }: Page): Run[] {
  const runs: Run[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") {
      const pieces = toBlockPieces(node.children);
      if (node.type === "heading") dropHeadingId(pieces);
      runs.push(joinPieces(pieces, lang, file));
    }
    for (const text of listAttributes(node)) {
      runs.push(joinPieces([{ text, line: lineOf(node) }], lang, file));
    }
    if (!("children" in node)) return;
    for (const child of node.children) walk(child);
  };
  walk(tree);
  return runs;
}

/** The runs of a YAML file: every text below a key `zh` or `en`. */
export function listYamlRuns({ file, value, lineOf: findLine }: Source): Run[] {
  const walk = (node: unknown, path: PropertyKey[], lang: Language | undefined): Run[] => {
    if (typeof node === "string") {
      const line = findLine(path);
      return lang
        ? [{ lang, text: node.trimEnd().replaceAll("\n", " "), file, lineAt: () => line }]
        : [];
    }
    if (Array.isArray(node))
      return listOf(node).flatMap((item, i) => walk(item, [...path, i], lang));
    return Object.keys(Object(node)).flatMap((key) => {
      if (key === "refused") return []; // what must not be written anywhere else
      const inner = key === "zh" || key === "en" ? key : undefined;
      return walk(fieldOf(node, key), [...path, key], inner);
    });
  };
  return walk(value, [], undefined);
}

interface Piece {
  text: string;
  line: number;
}

// A bold lead, `**优化。** 一个参数…`, may be set off by a space.
function toBlockPieces(nodes: PhrasingContent[]): Piece[] {
  const pieces = nodes.map(toPieces);
  const [lead] = nodes;
  const next = pieces[1]?.[0];
  if (next && lead?.type === "strong" && /[。：？！]$/.test(toText(lead))) {
    next.text = next.text.replace(/^ /, "");
  }
  return pieces.flat();
}

function toPieces(node: PhrasingContent): Piece[] {
  const line = lineOf(node);
  if (node.type === "text") return [{ text: node.value, line }];
  if (node.type === "inlineMath") return [{ text: objects.math, line }];
  if (node.type === "break") return [{ text: objects.break, line }];
  if (node.type === "image") return [];
  if (node.type === "mdxJsxTextElement" && node.name === "Cite") {
    return [{ text: objects.cite, line }];
  }
  if (node.type === "footnoteReference") return [];
  if (!("children" in node)) return [{ text: objects.code, line }];
  const pieces = node.children.flatMap(toPieces);
  const isAddress = node.type === "link" && /^(https?:|www\.)/.test(pieces[0]?.text ?? "");
  return isAddress ? [{ text: objects.code, line }] : pieces;
}

function joinPieces(pieces: Piece[], lang: Language, file: string): Run {
  const source = pieces.map((piece) => piece.text).join("");
  const lines = pieces.flatMap((piece) => {
    let { line } = piece;
    return piece.text.split("").map((unit) => (unit === "\n" ? line++ : line));
  });
  const joints = new Set([...source.matchAll(breakBetweenHan)].map(({ index }) => index));
  const isShown = (_: unknown, index: number) => !joints.has(index);
  const text = source.split("").filter(isShown).join("").replaceAll("\n", " ");
  const shown = lines.filter(isShown);
  return { lang, text, file, lineAt: (index) => shown[index] ?? shown.at(-1) ?? 1 };
}

function listAttributes(node: Nodes): string[] {
  const alt = node.type === "image" ? node.alt : undefined;
  const title = node.type === "image" || node.type === "link" ? node.title : undefined;
  return [alt, title].flatMap((text) => (text ? [text] : []));
}

function dropHeadingId(pieces: Piece[]): void {
  const last = pieces.at(-1);
  if (last) last.text = last.text.replace(/\s*\[#[^\]]*\]\s*$/, "");
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Nodes } from "mdast";
import { toString as toText } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { type Fault, suggestNearest } from "../site/fault.ts";
import { pagePaths } from "../site/urls.ts";
import type { KnownNames } from "./known-names.ts";
import { lineOf, type Page } from "./page.ts";

/** Where links may lead: the known names and the headings of every page. */
export interface LinkTargets {
  root: string;
  known: KnownNames;
  pages: Page[];
}

type Finding = Pick<Fault, "kind" | "thing" | "value" | "fix">;

/** Checks the links and pictures of a page: forms, targets, anchors, alternative text. */
export function checkLinks(page: Page, targets: LinkTargets): Fault[] {
  const { file, tree } = page;
  const faults: Fault[] = [];
  visit(tree, (node) => {
    const findings = checkNode(node, page, targets);
    faults.push(...findings.map((finding) => ({ ...finding, file, line: lineOf(node) })));
  });
  return faults;
}

function checkNode(node: Nodes, page: Page, targets: LinkTargets): Finding[] {
  if (node.type === "link") {
    const isEmpty = !/[^\s\p{C}]/u.test(toText(node));
    const empty = { kind: "missing", thing: "link text", value: node.url } as const;
    return [...checkAddress(node.url, page, targets), ...(isEmpty ? [empty] : [])];
  }
  if (node.type === "image") {
    const isNamed = /[\p{L}\p{N}]/u.test(node.alt ?? "");
    const fix = "write ![what it shows](file)";
    const unnamed = { kind: "missing", thing: "alternative text", value: node.url, fix } as const;
    return [...checkPicture(node.url, page, targets.root), ...(isNamed ? [] : [unnamed])];
  }
  if (node.type === "definition" || node.type === "imageReference") {
    const value = `[${node.label ?? node.identifier}]`;
    return [{ kind: "invalid", thing: "link", value, fix: "write the address in the text" }];
  }
  return [];
}

function checkPicture(url: string, { folder }: Page, root: string): Finding[] {
  if (!/^(\.\/)?([\w-]+\/)*[\w-]+\.(svg|png|jpe?g|webp|avif)$/.test(url)) {
    const fix = "keep an svg, png, jpg, webp or avif file beside the page and write ./name";
    return [{ kind: "invalid", thing: "picture", value: url, fix }];
  }
  if (existsSync(join(root, folder, url))) return [];
  return [{ kind: "unknown", thing: "picture", value: url, fix: `no such file in ${folder}` }];
}

function checkAddress(url: string, page: Page, targets: LinkTargets): Finding[] {
  if (/^https:\/\/[^/?#]/.test(url) && URL.canParse(url)) return checkEnd(url);
  if (url.startsWith("#")) return checkAnchor(url, url.slice(1), listIds(page));
  const match = /^(pattern|article|chapter|demo|page):([^#]*)(?:#(.*))?$/.exec(url);
  if (match) {
    const [, kind = "", id = "", anchor] = match;
    const { names, anchors } = findTarget(kind, id, page, targets);
    if (names && !names.has(id)) {
      const nearest = suggestNearest(id, names);
      return [{ kind: "unknown", thing: "link", value: url, ...(nearest ? { fix: nearest } : {}) }];
    }
    return anchor === undefined ? [] : checkAnchor(url, anchor, anchors);
  }
  return [{ kind: "invalid", thing: "link", value: url, fix: suggestForm(url) }];
}

// An address in running text goes on to the next space, through full-width punctuation.
function checkEnd(url: string): Finding[] {
  if (!/[\s，。；：？！、（）《》“”「」]/.test(url)) return [];
  return [{ kind: "invalid", thing: "link", value: url, fix: "write [text](address)" }];
}

function checkAnchor(url: string, anchor: string, ids: Set<string> | undefined): Finding[] {
  if (!ids || ids.has(anchor)) return [];
  const isBare = ids.size === 0; // a planned pattern, a chapter, a live figure
  const absent = isBare ? "link to the page itself" : "that page has no heading with this id";
  const fix = suggestNearest(anchor, ids) ?? absent;
  return [{ kind: "unknown", thing: "anchor", value: url, fix }];
}

// Undefined names or anchors are those that cannot be told, because a file has other faults.
function findTarget(
  kind: string,
  id: string,
  { lang }: Page,
  { known, pages }: LinkTargets,
): { names: Set<string> | undefined; anchors: Set<string> | undefined } {
  const none = new Set<string>();
  if (kind === "chapter") return { names: known.chapters, anchors: none };
  if (kind === "demo") return { names: known.demos, anchors: none };
  if (kind === "page") {
    const about = pages.find((other) => other.kind === "about" && other.lang === lang);
    const anchors = new Map([
      ["glossary", known.terms],
      ["map", known.patterns],
      ["about", about ? listIds(about) : none],
    ]);
    return {
      names: new Set(Object.keys(pagePaths)),
      anchors: anchors.has(id) ? anchors.get(id) : none,
    };
  }
  const names = kind === "pattern" ? known.patterns : known.articles;
  if (kind === "pattern" && known.planned.has(id)) return { names, anchors: none };
  const target = pages.find(
    (other) => other.kind === kind && other.slug === id && other.lang === lang,
  );
  return { names, anchors: target && listIds(target) };
}

function listIds({ headings }: Page): Set<string> {
  return new Set(headings.flatMap(({ id }) => (id ? [id] : [])));
}

function suggestForm(url: string): string {
  if (url.startsWith("http:")) return `write https:${url.slice("http:".length)}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return "write https:// or a page id such as pattern:gating";
  const [, kind = "", id = ""] = /(pattern|article|chapter|demo)s\/([a-z0-9-]+)/.exec(url) ?? [];
  if (kind) return `write ${kind}:${id}`;
  return "write a page id, e.g. pattern:gating, article:ann-benchmarks or page:glossary";
}

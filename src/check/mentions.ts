import { visit } from "unist-util-visit";
import { readAttribute } from "../markdown/element.ts";
import type { Fault } from "../site/fault.ts";
import { checkName, type KnownNames } from "./known-names.ts";
import { fieldOf } from "./loose-value.ts";
import { lineOf, type Page } from "./page.ts";
import { type Project, slugOf } from "./project.ts";

/** Checks that the sources, terms, demos and figures that a page's components name exist. */
export function checkMentions(page: Page, project: Project, known: KnownNames): Fault[] {
  const { file, tree } = page;
  const faults: Fault[] = [];
  visit(tree, ["mdxJsxFlowElement", "mdxJsxTextElement"], (node) => {
    if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return;
    const check = (name: string, names: Set<string> | undefined, thing: string): void => {
      faults.push(...checkName({ name, file, line: lineOf(node) }, names, thing));
    };
    const id = readAttribute(node, "id");
    const name = readAttribute(node, "name");
    if (node.name === "Term" && id !== undefined) check(id, known.terms, "term");
    if (node.name === "Demo" && name !== undefined) check(name, known.demos, "demo");
    if (node.name === "Figure" && id !== undefined) check(id, listFigures(page, project), "figure");
    if (node.name === "Cite" && id !== undefined) {
      for (const key of id.split(/\s+/)) check(key, known.references, "reference");
    }
  });
  return faults;
}

function listFigures({ kind, slug }: Page, { articles }: Project): Set<string> | undefined {
  if (kind !== "article") return undefined; // the vocabulary refuses figures there
  const source = articles.find((article) => slugOf(article) === slug);
  if (source?.value === undefined) return undefined;
  return new Set(Object.keys(Object(fieldOf(source.value, "figures") ?? {})));
}

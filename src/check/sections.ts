import { existsSync } from "node:fs";
import { join } from "node:path";
import { visit } from "unist-util-visit";
import { readAttribute } from "../markdown/element.ts";
import type { Fault } from "../site/fault.ts";
import { lineOf, type Page } from "./page.ts";

/** The sections of every pattern, in order. */
export const patternSections = [
  "problem",
  "forces",
  "solution",
  "sketch",
  "consequences",
  "when-not",
  "measure",
  "lineage",
] as const;

/** Checks the fixed sections of a pattern, its `Therefore`, and the files that any page shows. */
export function checkSections(root: string, page: Page): Fault[] {
  const companions = checkCompanions(root, page);
  if (page.kind !== "pattern") return companions;
  return [...checkOrder(page), ...checkTherefore(page), ...companions];
}

function checkOrder({ file, headings }: Page): Fault[] {
  const sections = headings.filter(({ depth, id }) => depth === 2 && id);
  const faults: Fault[] = [];
  let last = 1;
  for (const id of patternSections) {
    const section = sections.find((heading) => heading.id === id);
    if (!section) {
      const fix = `sections are ${patternSections.join(", ")}`;
      faults.push({ kind: "missing", thing: "section", value: id, file, line: last, fix });
      continue;
    }
    if (section.line < last) {
      const fix = `sections are ${patternSections.join(", ")}`;
      faults.push({
        kind: "invalid",
        thing: "section order",
        value: id,
        file,
        line: section.line,
        fix,
      });
    }
    last = Math.max(last, section.line);
  }
  const known: readonly string[] = patternSections;
  for (const { id = "", line } of sections) {
    if (known.includes(id)) continue;
    const fix = "make it a ### inside one of the fixed sections";
    faults.push({ kind: "unknown", thing: "section", value: id, file, line, fix });
  }
  return faults;
}

function checkTherefore({ file, tree, headings }: Page): Fault[] {
  const lines = findComponents(tree, "Therefore");
  const start = headings.find(({ id }) => id === "forces")?.line;
  const end = headings.find(({ id }) => id === "solution")?.line;
  const [first, ...others] = lines;
  const thing = "Therefore";
  const fix = "write it once, after the forces";
  if (first === undefined) {
    return [{ kind: "missing", thing, value: "<Therefore>", file, line: start ?? 1, fix }];
  }
  const faults = others.map((line): Fault => {
    return {
      kind: "duplicate",
      thing,
      value: "<Therefore>",
      file,
      line,
      fix: `first at line ${first}`,
    };
  });
  const isMisplaced = first < (start ?? 0) || first > (end ?? Infinity);
  if (!isMisplaced) return faults;
  return [
    { kind: "invalid", thing: "place", value: "<Therefore>", file, line: first, fix },
    ...faults,
  ];
}

/** The files that a page shows by `<Sketch />`, `<Calculator />` and `<Listing file="…" />`. */
function checkCompanions(root: string, { file, folder, tree }: Page): Fault[] {
  const faults: Fault[] = [];
  visit(tree, "mdxJsxFlowElement", (node) => {
    const isOwn = node.name === "Sketch" || node.name === "Calculator";
    const isListing = node.name === "Listing";
    const name = isOwn ? `${node.name?.toLowerCase()}.ts` : readAttribute(node, "file");
    if (!(isOwn || isListing) || name === undefined) return;
    if (!/^[\w-]+(\.[\w-]+)*$/.test(name)) {
      const fix = "name a file of the page's own folder";
      faults.push({ kind: "invalid", thing: "file", value: name, file, line: lineOf(node), fix });
    } else if (!existsSync(join(root, folder, name))) {
      const value = `${folder}/${name}`;
      const fix = `<${node.name}> shows it; write it or drop the component`;
      faults.push({ kind: "missing", thing: "file", value, file, line: lineOf(node), fix });
    }
  });
  return faults;
}

function findComponents(tree: Page["tree"], name: string): number[] {
  const lines: number[] = [];
  visit(tree, (node) => {
    const isComponent = node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
    if (isComponent && node.name === name) lines.push(lineOf(node));
  });
  return lines;
}

import type { Nodes, Parents } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { toString as toText } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { type ComponentRule, vocabulary } from "../markdown/vocabulary.ts";
import { type Fault, suggestNearest } from "../site/fault.ts";
import { lineOf, type Page } from "./page.ts";

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** Refuses what could run code or leaves the closed vocabulary. */
export function checkMarkup({ kind, file, tree }: Page): Fault[] {
  const faults: Fault[] = [];
  visit(tree, (node, _, parent) => {
    const found = isElement(node) ? checkElement(node, parent, kind) : checkNode(node);
    faults.push(...found.map((fault) => ({ line: lineOf(node), ...fault, file })));
  });
  return faults;
}

type Finding = Pick<Fault, "kind" | "thing" | "value" | "fix"> & { line?: number };

function checkNode(node: Nodes): Finding[] {
  if (node.type === "mdxjsEsm") {
    const thing = node.value.startsWith("import") ? "import" : "export";
    return [{ kind: "invalid", thing, value: shorten(node.value), fix: "pages run no code" }];
  }
  if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") {
    const fix = "pages run no code; write braces as \\{ \\} or in `code`";
    return [{ kind: "invalid", thing: "expression", value: `{${shorten(node.value)}}`, fix }];
  }
  if (node.type === "footnoteReference" || node.type === "footnoteDefinition") {
    const fix = "write it in the text or as an <Aside>";
    return [{ kind: "invalid", thing: "footnote", value: `[^${node.identifier}]`, fix }];
  }
  return [];
}

function checkElement(node: Element, parent: Parents | undefined, page: Page["kind"]): Finding[] {
  const { name } = node;
  const rule = name !== null && Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;
  const value = `<${name ?? ""}>`;
  if (name === null || /^[a-z]/.test(name)) {
    return [{ kind: "invalid", thing: "HTML", value, fix: "write Markdown or a component" }];
  }
  if (!rule) {
    const nearest = suggestNearest(name, Object.keys(vocabulary));
    const fix = nearest ?? `one of ${Object.keys(vocabulary).join(", ")}`;
    return [{ kind: "unknown", thing: "component", value, fix }];
  }
  const isPlaced = rule.pages.includes(page);
  const place = `only in a page of kind ${rule.pages.join(" or ")}`;
  return [
    ...(isPlaced ? [] : [{ kind: "invalid", thing: "component", value, fix: place } as const]),
    ...(isInPlace(node, parent, rule)
      ? []
      : [{ kind: "invalid", thing: "place", value, fix: places[rule.place] } as const]),
    ...checkAttributes(node, name, rule),
    ...checkContents(node, value, rule),
  ];
}

const places = { line: "write it in a line of text", block: "put it between paragraphs" };

// MDX lifts elements out of a paragraph that holds nothing else.
function isInPlace(node: Element, parent: Parents | undefined, { place }: ComponentRule): boolean {
  if (place === "line") return node.type === "mdxJsxTextElement";
  if (node.type === "mdxJsxFlowElement") return true;
  if (parent?.type !== "paragraph") return false;
  return parent.children.every((child) => isElement(child) || toText(child).trim() === "");
}

function checkContents(node: Element, value: string, { holds }: ComponentRule): Finding[] {
  const isEmpty = toText(node).trim() === "";
  if (holds === "text" && isEmpty) return [{ kind: "missing", thing: "text", value }];
  if (holds === "text" || node.children.length === 0) return [];
  const fix = `write ${value.replace(">", " … />")}`;
  return [{ kind: "invalid", thing: "text", value, fix }];
}

function checkAttributes(node: Element, name: string, rule: ComponentRule): Finding[] {
  const written = new Set<string>();
  const findings = node.attributes.flatMap((attribute): Finding[] => {
    if (attribute.type === "mdxJsxExpressionAttribute") {
      const value = `{${shorten(attribute.value)}}`;
      return [{ kind: "invalid", thing: "expression", value, fix: "pages run no code" }];
    }
    const { name: key, value } = attribute;
    if (written.has(key))
      return [{ kind: "duplicate", thing: `attribute of <${name}>`, value: key }];
    if (value !== null && value !== undefined) written.add(key);
    if (/^on/i.test(key)) {
      return [{ kind: "invalid", thing: "event handler", value: key, fix: "pages run no code" }];
    }
    if (!rule.attributes.includes(key)) {
      const fix =
        rule.attributes.length > 0 ? `it has ${rule.attributes.join(", ")}` : "it has none";
      return [{ kind: "unknown", thing: `attribute of <${name}>`, value: key, fix }];
    }
    if (typeof value === "object" && value !== null) {
      const fix = `write ${key}="…"`;
      return [{ kind: "invalid", thing: "expression", value: `{${shorten(value.value)}}`, fix }];
    }
    const values = rule.values?.[key];
    if (values && !values.includes(value ?? "")) {
      const fix = `one of ${values.join(", ")}`;
      return [{ kind: "unknown", thing: `${key} of <${name}>`, value: value ?? "", fix }];
    }
    return [];
  });
  const absent = rule.attributes.filter((key) => !written.has(key));
  const missing = absent.map((key): Finding => {
    return { kind: "missing", thing: `attribute of <${name}>`, value: key };
  });
  return [...findings, ...missing];
}

function isElement(node: Nodes): node is Element {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

function shorten(code: string): string {
  const line = code.trim().split("\n")[0] ?? "";
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

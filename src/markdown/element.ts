import type { PhrasingContent } from "mdast";
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";

/** A component that stands between paragraphs. */
export function makeFlowElement(
  name: string,
  attributes: Record<string, string>,
): MdxJsxFlowElement {
  return {
    type: "mdxJsxFlowElement",
    name,
    attributes: makeAttributes(attributes),
    children: [],
  };
}

/** A component or HTML element inside a line of text. */
export function makeTextElement(
  name: string,
  attributes: Record<string, string>,
  children: PhrasingContent[] = [],
): MdxJsxTextElement {
  return { type: "mdxJsxTextElement", name, attributes: makeAttributes(attributes), children };
}

/** The value of a plain string attribute, e.g. the id of `<Cite id="x" />`. */
export function readAttribute(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  name: string,
): string | undefined {
  const attribute = node.attributes.find(
    (item) => item.type === "mdxJsxAttribute" && item.name === name,
  );
  return typeof attribute?.value === "string" ? attribute.value : undefined;
}

function makeAttributes(attributes: Record<string, string>): MdxJsxAttribute[] {
  return Object.entries(attributes).map(([name, value]) => ({
    type: "mdxJsxAttribute",
    name,
    value,
  }));
}

import { parseHTML } from "linkedom";

/** What search knows of one built page. */
export interface PageText {
  title: string;
  kind: string;
  chapter: string;
  blocks: TextBlock[];
  asides: TextBlock[]; // figures, code, sources and links to other pages
}

/** A run of text that no border of a paragraph, cell or figure cuts through. */
export interface TextBlock {
  heading: number; // 1 to 6, or 0 for plain text
  id: string; // of a heading, or ""
  text: string;
}

const skipped = '[data-pagefind-ignore="all"], math, script, style, template, noscript, [hidden]';
const besides = "[data-pagefind-ignore], nav";
const headings = /^H([1-6])$/;
const bordered = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BUTTON CAPTION DD DESC DETAILS DIV DL DT FIELDSET FIGCAPTION
  FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR INPUT LABEL LI LINE MAIN NAV OL OPTGROUP OPTION P
  PRE SECTION SELECT SUMMARY SVG TABLE TBODY TD TEXT TFOOT TH THEAD TITLE TR UL`.split(/\s+/),
);

/**
 * Reads the text of `main`. What is marked `data-pagefind-ignore` goes aside, and so does a whole
 * page without `data-pagefind-body`; a page marked noindex or without text has none.
 */
export function readPageText(html: string): PageText | undefined {
  const { document } = parseHTML(html);
  const robots = document.querySelector('meta[name="robots"]')?.getAttribute("content") ?? "";
  const main = document.querySelector("main");
  if (!main || robots.includes("noindex")) return undefined;
  const filters = readFilters(document);
  for (const element of main.querySelectorAll(skipped)) element.remove();
  const asides = [...main.querySelectorAll(besides)].filter(
    (element) => !element.parentElement?.closest(besides),
  );
  const read = { blocks: [] as TextBlock[], asides: asides.flatMap(readBlocks) };
  for (const element of asides) element.replaceWith(document.createElement("hr"));
  const isMain = main.hasAttribute("data-pagefind-body");
  const text = readBlocks(main);
  (isMain ? read.blocks : read.asides).unshift(...text);
  if (read.blocks.length + read.asides.length === 0) return undefined;
  const title = text.find(({ heading }) => heading === 1)?.text ?? document.title;
  return { title, kind: filters.get("kind") ?? "", chapter: filters.get("chapter") ?? "", ...read };
}

function readFilters(document: Document): Map<string, string> {
  const filters = new Map<string, string>();
  for (const element of document.querySelectorAll("[data-pagefind-filter]")) {
    for (const filter of (element.getAttribute("data-pagefind-filter") ?? "").split(/,\s*/)) {
      const [name = "", value = ""] = filter.split(":");
      filters.set(name, value);
    }
  }
  return filters;
}

function readBlocks(root: Element): TextBlock[] {
  const blocks: TextBlock[] = [];
  let block: TextBlock = { heading: 0, id: "", text: "" };
  const closeBlock = (): void => {
    const text = block.text.replace(/\s+/g, " ").trim();
    if (/[\p{L}\p{N}]/u.test(text)) blocks.push({ ...block, text });
    block = { heading: 0, id: "", text: "" };
  };
  const walk = (element: Element): void => {
    const name = element.tagName.toUpperCase();
    const isBordered = bordered.has(name);
    if (isBordered) closeBlock();
    const heading = Number(headings.exec(name)?.[1] ?? 0);
    if (heading > 0) block = { heading, id: element.id, text: "" };
    for (const child of element.childNodes) {
      if (child.nodeType === 3) block.text += child.textContent ?? "";
      else if (child.nodeType === 1 && (child as Element).tagName === "BR") block.text += " ";
      else if (child.nodeType === 1) walk(child as Element);
    }
    if (isBordered) closeBlock();
  };
  walk(root);
  closeBlock();
  return blocks;
}

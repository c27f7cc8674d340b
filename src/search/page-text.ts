import { parseHTML } from "linkedom";

/** What search knows of one built page. */
export interface PageText {
  title: string;
  kind: string;
  chapter: string;
  blocks: TextBlock[];
}

/** A run of text that no border of a paragraph, cell or figure cuts through. */
export interface TextBlock {
  heading: number; // 1 to 6, or 0 for plain text
  id: string; // of a heading, or ""
  text: string;
}

const skipped = "[data-pagefind-ignore], math, script, style, template, noscript, select, [hidden]";
const headings = /^H([1-6])$/;
const bordered = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BUTTON CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE
  FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR INPUT LABEL LI LINE MAIN NAV OL P PRE SECTION SUMMARY SVG
  TABLE TBODY TD TEXT TFOOT TH THEAD TITLE TR UL`.split(/\s+/),
);

/** Reads the text below `[data-pagefind-body]`; a page without one, or marked noindex, has none. */
export function readPageText(html: string): PageText | undefined {
  const { document } = parseHTML(html);
  const robots = document.querySelector('meta[name="robots"]')?.getAttribute("content") ?? "";
  const body = document.querySelector("[data-pagefind-body]");
  if (!body || robots.includes("noindex")) return undefined;
  const filters = new Map<string, string>();
  for (const element of document.querySelectorAll("[data-pagefind-filter]")) {
    for (const filter of (element.getAttribute("data-pagefind-filter") ?? "").split(/,\s*/)) {
      const [name = "", value = ""] = filter.split(":");
      filters.set(name, value);
    }
  }
  for (const element of body.querySelectorAll(skipped)) element.remove();
  const blocks = readBlocks(body);
  const title = blocks.find(({ heading }) => heading === 1)?.text ?? document.title;
  return { title, kind: filters.get("kind") ?? "", chapter: filters.get("chapter") ?? "", blocks };
}

function readBlocks(body: Element): TextBlock[] {
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
  walk(body);
  closeBlock();
  return blocks;
}

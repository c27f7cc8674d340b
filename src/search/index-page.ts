import type { TextBlock } from "./page-text.ts";
import { separateHan } from "./tokens.ts";

/** Text as Pagefind gets it: headings and plain paragraphs, every Han character set apart. */
export function writeIndexPage(title: string, blocks: TextBlock[]): string {
  return `<html lang="zh"><head><title>${escapeText(title)}</title></head>
<body data-pagefind-body>
${blocks.map(writeBlock).join("\n")}
</body></html>`;
}

function writeBlock({ heading, id, text }: TextBlock): string {
  const name = heading > 0 ? `h${heading}` : "p";
  const identity = id ? ` id="${escapeText(id)}"` : "";
  return `<${name}${identity}>${escapeText(separateHan(dropAccents(text)))}</${name}>`;
}

/** Pagefind finds no phrase with `u` on a page that holds `ú` as well. */
function dropAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC");
}

function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

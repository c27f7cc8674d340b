import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import type { Language } from "../../src/site/languages.ts";

export interface BuiltPage {
  file: string; // relative to dist/
  url: string; // path of the address, e.g. `/zh/map/`
  lang: Language;
  html: string;
  document: Document;
}

/** The pages below /zh/ and /en/ of dist/, parsed. */
export function readBuiltPages(): BuiltPage[] {
  return globSync("{zh,en}/**/*.html", { cwd: "dist" }).sort().map(readBuiltPage);
}

/** One page of dist/, e.g. `404.html`. */
export function readBuiltPage(name: string): BuiltPage {
  const file = name.replaceAll("\\", "/");
  const html = readFileSync(join("dist", file), "utf8");
  const { document } = parseHTML(html);
  const lang = file.startsWith("en/") ? "en" : "zh";
  return { file, url: `/${file.replace(/index\.html$/, "")}`, lang, html, document };
}

/** The words that a reader sees: without scripts, styles and code. */
export function readVisibleText({ document }: BuiltPage): string {
  const body = document.body.cloneNode(true) as HTMLElement;
  for (const hidden of body.querySelectorAll("script, style, pre, code, math")) hidden.remove();
  return body.textContent ?? "";
}

import { basename, dirname } from "node:path";
import type { VFile } from "vfile";
import type { Language } from "../site/languages.ts";

/** Which page a tree belongs to, told from its file: `<folder>/<slug>/<lang>.mdx`. */
export function pageOf(file: VFile): { folder: string; slug: string; lang: Language } {
  const folder = dirname(file.path);
  return { folder, slug: basename(folder), lang: basename(file.path) === "en.mdx" ? "en" : "zh" };
}

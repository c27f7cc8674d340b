import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { type PluggableList, unified } from "unified";
import { VFile } from "vfile";
import type { Language } from "../../../../src/site/languages.ts";

/** Parses MDX and runs it through some plugins as the page `slug`; throws what they refuse. */
export function transform(
  source: string,
  plugins: PluggableList,
  { lang = "zh", slug = "weight-sharing" }: { lang?: Language; slug?: string } = {},
): Root {
  const path = `patterns/canonical/${slug}/${lang}.mdx`;
  const file = new VFile({ value: source, path });
  const processor = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(plugins);
  return processor.runSync(processor.parse(file), file) as Root;
}

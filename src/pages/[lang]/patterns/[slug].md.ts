import { loadCatalog, type Pattern } from "../../../site/catalog.ts";
import { type Language, languages } from "../../../site/languages.ts";
import { writePatternMarkdown } from "../../../site/markdown-page.ts";

export function getStaticPaths() {
  const { patterns } = loadCatalog();
  return languages.flatMap((lang) =>
    patterns.map((pattern) => ({ params: { lang, slug: pattern.slug }, props: { lang, pattern } })),
  );
}

/** The pattern as Markdown. */
export function GET({ props }: { props: { lang: Language; pattern: Pattern } }): Response {
  return new Response(writePatternMarkdown(loadCatalog(), props.pattern, props.lang));
}

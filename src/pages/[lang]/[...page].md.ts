import { loadCatalog } from "../../site/catalog.ts";
import { type Language, languages } from "../../site/languages.ts";
import {
  type ListMarkdown,
  listMarkdownPages,
  writeListMarkdown,
} from "../../site/list-markdown.ts";

export function getStaticPaths() {
  return languages.flatMap((lang) =>
    listMarkdownPages(loadCatalog(), lang).map((page) => ({
      params: { lang, page: page.path.slice(0, -1) },
      props: { lang, page },
    })),
  );
}

/** A page that is neither pattern nor article, as Markdown. */
export function GET({ props }: { props: { lang: Language; page: ListMarkdown } }): Response {
  return new Response(writeListMarkdown(props.page, props.lang));
}

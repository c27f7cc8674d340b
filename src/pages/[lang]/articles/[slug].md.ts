import { type Article, loadCatalog } from "../../../site/catalog.ts";
import { type Language, languages } from "../../../site/languages.ts";
import { writeArticleMarkdown } from "../../../site/markdown-page.ts";

export function getStaticPaths() {
  const { articles } = loadCatalog();
  return languages.flatMap((lang) =>
    articles.map((article) => ({ params: { lang, slug: article.slug }, props: { lang, article } })),
  );
}

/** The article as Markdown. */
export function GET({ props }: { props: { lang: Language; article: Article } }): Response {
  return new Response(writeArticleMarkdown(loadCatalog(), props.article, props.lang));
}

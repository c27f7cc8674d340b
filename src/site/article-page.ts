import type { Article, Catalog } from "./catalog.ts";
import { sourcesOfArticle } from "./citations.ts";
import { listPatterns, type PatternEntry } from "./entries.ts";
import { lastCommitDate } from "./history.ts";
import { type Language, languages } from "./languages.ts";
import { outlineOf, type Section } from "./outline.ts";
import { readingMinutes } from "./reading-time.ts";
import type { Reference } from "./references.ts";
import { articlePath, pageUrl } from "./urls.ts";

/** Everything the page of one article shows in one language. */
export interface ArticlePage {
  lang: Language;
  article: Article;
  sections: Section[];
  minutes: number;
  patterns: PatternEntry[];
  references: Reference[]; // in order of first use
  previous: { title: string; url: string } | undefined;
  next: { title: string; url: string } | undefined;
  changed: string | undefined; // ISO date
}

/** The pages of all articles, in both languages. */
export function listArticlePages(catalog: Catalog): ArticlePage[] {
  const entries = listPatterns(catalog);
  return catalog.articles.flatMap((article, i) =>
    languages.map((lang): ArticlePage => {
      const file = `content/articles/${article.slug}/${lang}.mdx`;
      return {
        lang,
        article,
        sections: outlineOf(article.body[lang]),
        minutes: readingMinutes(article.body[lang]),
        patterns: entries.filter(({ slug }) => article.patterns.includes(slug)),
        references: sourcesOfArticle(article, catalog).flatMap(
          (id) => catalog.references.get(id) ?? [],
        ),
        previous: toNeighbour(catalog.articles[i - 1], lang),
        next: toNeighbour(catalog.articles[i + 1], lang),
        changed: lastCommitDate(process.cwd(), file),
      };
    }),
  );
}

/** Whether the article holds a live figure. */
export function isLive({ article }: ArticlePage): boolean {
  return article.body.zh.includes("<Demo ");
}

function toNeighbour(article: Article | undefined, lang: Language) {
  return article && { title: article.title[lang], url: pageUrl(lang, articlePath(article.slug)) };
}

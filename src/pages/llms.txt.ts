import { loadCatalog } from "../site/catalog.ts";
import { languageName, languages } from "../site/languages.ts";
import { listMarkdownPages } from "../site/list-markdown.ts";
import { stringsOf } from "../site/strings.ts";
import { absoluteUrl, articlePath, pageUrl, patternPath } from "../site/urls.ts";

/** The list of all pages, each a Markdown file, in the form of llmstxt.org. */
export function GET(): Response {
  const catalog = loadCatalog();
  const { articles, patterns } = catalog;
  const blocks = languages.map((lang) => {
    const t = stringsOf(lang);
    const link = (title: string, path: string, about: string) =>
      `- [${title}](${absoluteUrl(pageUrl(lang, path)).slice(0, -1)}.md): ${about}`;
    const lines = [
      ...articles.map(({ slug, title, summary }) =>
        link(title[lang], articlePath(slug), summary[lang][0] ?? ""),
      ),
      ...patterns.map(({ slug, names, intent }) =>
        link(names[lang], patternPath(slug), intent[lang]),
      ),
      ...listMarkdownPages(catalog, lang).map(({ path, title, about }) => link(title, path, about)),
    ];
    return `## ${languageName[lang]}\n\n${t.siteTagline}\n\n${lines.join("\n")}`;
  });
  const { zh, en } = { zh: stringsOf("zh"), en: stringsOf("en") };
  return new Response(
    `# ${zh.siteName} · ${en.siteName}\n\n> ${en.siteTagline}\n\n${blocks.join("\n\n")}\n`,
  );
}

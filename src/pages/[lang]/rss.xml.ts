import rss from "@astrojs/rss";
import type { APIContext } from "astro";
import { loadCatalog } from "../../site/catalog.ts";
import { origin } from "../../site/config.ts";
import { languagePaths } from "../../site/language-paths.ts";
import { htmlLang, type Language } from "../../site/languages.ts";
import { stringsOf } from "../../site/strings.ts";
import { articlePath, pageUrl, patternPath } from "../../site/urls.ts";

export const getStaticPaths = languagePaths;

/** The feed of one language: every article and pattern, newest first. */
export function GET({ params }: APIContext): Promise<Response> {
  const lang = params["lang"] as Language;
  const { siteName, siteTagline } = stringsOf(lang);
  const { articles, patterns } = loadCatalog();
  const items = [
    ...articles.map(({ slug, title, summary, published }) => ({
      title: title[lang],
      description: summary[lang].join(lang === "zh" ? "" : " "),
      link: pageUrl(lang, articlePath(slug)),
      pubDate: new Date(published),
    })),
    ...patterns.map(({ slug, names, intent, published }) => ({
      title: names[lang],
      description: intent[lang],
      link: pageUrl(lang, patternPath(slug)),
      pubDate: new Date(published),
    })),
  ].sort((a, b) => b.pubDate.getTime() - a.pubDate.getTime());
  return rss({
    title: siteName,
    description: siteTagline,
    site: origin,
    items,
    customData: `<language>${htmlLang[lang]}</language>`,
  });
}

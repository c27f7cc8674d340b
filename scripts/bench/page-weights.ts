import { openSite } from "../../tests/e2e/browser.ts";
import { weighPage } from "./wire.ts";

const templates: Record<string, string> = {
  home: "zh/",
  catalog: "zh/patterns/",
  chapter: "zh/chapters/canonical/",
  pattern: "zh/patterns/weight-sharing/",
  article: "zh/articles/ann-benchmarks/",
  map: "zh/map/",
  glossary: "zh/glossary/",
  references: "zh/references/",
  search: "zh/search/",
  about: "zh/about/",
  demo: "zh/demos/benchmarks/",
};

/** What each template costs over the wire, in KiB. */
export async function weighTemplates(): Promise<Record<string, string | number>[]> {
  const site = await openSite();
  const rows = [];
  for (const [template, path] of Object.entries(templates)) {
    const page = await site.open("404.html");
    const weight = await weighPage(page, site.url + path);
    rows.push({ template, ...weight });
    await page.context().close();
  }
  await site.close();
  return rows;
}

import { openSite } from "../../tests/e2e/browser.ts";
import { templatePaths } from "../../tests/e2e/template-paths.ts";
import { weighPage } from "./wire.ts";

/** What each template costs over the wire, in KiB. */
export async function weighTemplates(): Promise<Record<string, string | number>[]> {
  const site = await openSite();
  const rows = [];
  for (const [template, path] of Object.entries(templatePaths)) {
    const page = await site.open("404.html");
    const weight = await weighPage(page, `${site.url}zh/${path}`);
    rows.push({ template, ...weight });
    await page.context().close();
  }
  await site.close();
  return rows;
}

import { chromium } from "playwright-core";
import { provideChromium } from "../chromium.ts";
import { serveFolder } from "../static-server.ts";
import { weighDuring } from "./wire.ts";

const queries = [
  { lang: "zh", query: "注意力" },
  { lang: "zh", query: "权重共享" },
  { lang: "zh", query: "近似最近邻" },
  { lang: "zh", query: "HNSW" },
  { lang: "en", query: "attention" },
  { lang: "en", query: "weight sharing" },
];

export interface SearchMeasure {
  query: string;
  coldKiB: number; // first query of a visit: engine, index and results
  coldMs: number;
  warmMs: number; // the same query typed again
}

/** Asks the results page of a built site; milliseconds run from the keystroke to the last result. */
export async function measureSearch(dist: string): Promise<SearchMeasure[]> {
  const { url, close } = await serveFolder(dist);
  const browser = await chromium.launch({
    executablePath: provideChromium(),
    args: ["--no-sandbox"],
  });
  const rows: SearchMeasure[] = [];
  for (const { lang, query } of queries) {
    const page = await browser.newPage();
    await page.goto(`${url}${lang}/search/`, { waitUntil: "networkidle" });
    const input = page.locator("main input[name=q]");
    const results = page.locator("main [data-search-results]");
    const ask = async () => {
      await input.fill("");
      await results.evaluate((element) => element.removeAttribute("data-search-state"));
      const start = performance.now();
      await input.fill(query);
      await page.waitForSelector('main [data-search-state="done"]');
      return performance.now() - start;
    };
    let coldMs = 0;
    const { totalKiB } = await weighDuring(page, async () => {
      coldMs = await ask();
    });
    const warmMs = await ask();
    rows.push({ query, coldKiB: totalKiB, coldMs: Math.round(coldMs), warmMs: Math.round(warmMs) });
    await page.close();
  }
  await browser.close();
  await close();
  return rows;
}

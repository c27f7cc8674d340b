import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import type { PageOptions, Site } from "./browser.ts";

/** Opens the page of the explorer, its script running; `query` is its view, e.g. `?panel=table`. */
export async function openExplorer(
  site: Site,
  lang: "zh" | "en",
  query = "",
  options?: PageOptions,
): Promise<Page> {
  const page = await site.open(`${lang}/demos/benchmarks/${query}`, options);
  await page.locator("[data-explorer=ready]").waitFor();
  if (query) await settle(page);
  return page;
}

/** Waits until no load is under way. */
export async function settle(page: Page): Promise<void> {
  await page.locator("[data-load=ready]").waitFor({ state: "attached" });
}

/** Unfolds the filters. */
export const openFilters = (page: Page): Promise<void> =>
  page.locator(".explorer > details > summary").first().click();

/** The number of points on the frontiers that are drawn. */
export async function countPoints(page: Page): Promise<number> {
  const counts = await page
    .locator("[data-chart] .marks")
    .evaluateAll((marks) => marks.map((mark) => Number(mark.getAttribute("data-count"))));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The algorithms that the chart draws, each once. */
export async function listDrawn(page: Page): Promise<string[]> {
  const names = await page
    .locator("[data-chart] .curve")
    .evaluateAll((curves) => curves.map((curve) => curve.getAttribute("data-algorithm") ?? ""));
  return [...new Set(names)];
}

/** Waits for the address to hold a value; the explorer writes it a moment after a change. */
export async function waitForAddress(page: Page, key: string, value: string | null): Promise<void> {
  await page.waitForFunction(
    ([name, wanted]) => new URLSearchParams(location.search).get(name ?? "") === wanted,
    [key, value],
  );
}

/** What a button hands to the reader. */
export async function readDownload(
  page: Page,
  button: Locator,
): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The text of a place, without the blanks around it. */
export async function readText(place: Locator): Promise<string> {
  return ((await place.textContent()) ?? "").replace(/\s+/g, " ").trim();
}

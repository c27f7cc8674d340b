import type { Locator, Page } from "playwright-core";
import type { PageOptions, Site } from "./browser.ts";

export { readDownload, readText, waitForAddress } from "./explorer-page.ts";

/** Opens the page, its script running; `query` is its view, e.g. `?mask=bidirectional`. */
export async function openAttention(
  site: Site,
  lang: "zh" | "en",
  query = "",
  options?: PageOptions,
): Promise<Page> {
  const page = await site.open(`${lang}/demos/attention/${query}`, options);
  await page.locator("[data-attention=ready]").waitFor();
  return page;
}

/** Loads the model that the page asks for, and waits for its first run. */
export async function loadModel(page: Page): Promise<void> {
  await page.locator(".status .main").click();
  await settle(page);
}

/** Waits until a run has been made and none is under way. */
export async function settle(page: Page): Promise<void> {
  await page.locator("[data-status=ready]").waitFor();
}

/** Opens a folded part. */
export async function openPanel(page: Page, id: string): Promise<Locator> {
  const panel = page.locator(`[data-panel=${id}]`);
  await panel.locator("> summary").click();
  return panel;
}

/** Types into the text as a reader does, and waits for the run of it. */
export async function writeText(page: Page, text: string): Promise<void> {
  await page.locator(".input textarea").fill(text);
  await page.waitForFunction(
    (count) => document.querySelectorAll(".tokens li").length === count,
    Array.from(text).length + 1,
  );
  await page.waitForTimeout(200); // the run begins a moment after the last key
  await settle(page);
}

/** The symbols of the tokens on the page. */
export async function listTokens(page: Page): Promise<string[]> {
  return page.locator(".tokens .symbol").allTextContents();
}

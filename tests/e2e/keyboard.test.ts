import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openSite, type Site } from "./browser.ts";
import { templatePaths } from "./template-paths.ts";

/** Marks what should be reachable and counts it; of radio buttons only the chosen one is a stop. */
const markStops = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const stops = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, select, input, textarea, summary, [role="application"]',
      ),
    ].filter((stop) => {
      const isOther = stop instanceof HTMLInputElement && stop.type === "radio" && !stop.checked;
      return stop.checkVisibility() && !stop.matches(":disabled") && !isOther;
    });
    for (const stop of stops) stop.setAttribute("data-stop", "");
    return stops.length;
  });

/** Where the focus is now; takes the mark away. */
const visitStop = (page: Page): Promise<{ isMarked: boolean; isSeen: boolean; html: string }> =>
  page.evaluate(() => {
    const stop = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(stop);
    const isMarked = stop.hasAttribute("data-stop");
    stop.removeAttribute("data-stop");
    const isSeen = outlineStyle !== "none" && outlineWidth !== "0px";
    return { isMarked, isSeen, html: stop.outerHTML.slice(0, 120) };
  });

describe("the keyboard alone", () => {
  let site: Site;
  before(async () => {
    site = await openSite();
  });
  after(() => site.close());

  test("skips to the text with the first stop of every template", async () => {
    const page = await site.open("404.html");
    for (const path of Object.values(templatePaths).filter((path) => path !== "search/")) {
      await page.goto(`${site.url}zh/${path}`);
      await page.keyboard.press("Tab");
      const skip = page.locator("a.skip");
      assert.ok(await skip.evaluate((link) => link === document.activeElement), path);
      assert.ok((await skip.boundingBox())?.x ?? -1 >= 0, path);
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "main", path);
    }
  });

  // Those with controls of their own; the others hold links alone.
  for (const name of ["home", "catalog", "pattern", "demo", "search"]) {
    const path = templatePaths[name];
    test(`reaches everything on the ${name} page that can be used, and shows where it is`, async () => {
      const page = await site.open(`en/${path}`, { locale: "en" });
      await page.waitForLoadState("networkidle");
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      const count = await markStops(page);
      assert.ok(count > 10);
      const unseen: string[] = [];
      for (let i = 0; i < count * 1.2 + 20; i++) {
        await page.keyboard.press("Tab");
        const { isMarked, isSeen, html } = await visitStop(page);
        if (isMarked && !isSeen) unseen.push(html);
      }
      const missed = await page
        .locator("[data-stop]")
        .evaluateAll((stops) => stops.map(({ outerHTML }) => outerHTML.slice(0, 120)));
      assert.deepEqual({ missed, unseen }, { missed: [], unseen: [] });
    });
  }
});

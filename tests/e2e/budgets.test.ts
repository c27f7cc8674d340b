import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { weighPage } from "../../scripts/bench/wire.ts";
import { languages } from "../../src/site/languages.ts";
import { openSite, type Site } from "./browser.ts";
import { templatePaths } from "./template-paths.ts";

const isLive = (file: string) =>
  /<astro-island|data-search="page"/.test(readFileSync(file, "utf8"));
const textPages = globSync("{zh,en}/**/index.html", { cwd: "dist" })
  .filter((file) => !isLive(join("dist", file)))
  .map((file) => file.replaceAll("\\", "/").replace(/index\.html$/, ""))
  .sort();

interface Shift {
  value: number; // share of the screen that moved times how far
  moved: string[];
}

/** Loads a page, reads it to its end and tells what moved without the reader's doing. */
async function findShifts(page: Page, url: string): Promise<Shift[]> {
  await page.goto(url, { waitUntil: "networkidle" });
  return page.evaluate(async () => {
    // A scroll that outruns the frames would count what sticks to the top as moved.
    for (const part of document.querySelectorAll<HTMLElement>("body *")) {
      const { position, top } = getComputedStyle(part);
      if (position !== "sticky" || top === "auto") continue;
      Object.assign(part.style, { position: "relative", top: "auto" });
    }
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      scrollTo({ top: y, behavior: "instant" });
      // A page without a frame to draw gets none, so that a frame alone might be waited for in vain.
      await new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
        setTimeout(resolve, 250);
      });
    }
    return (window as unknown as { shifts: Shift[] }).shifts;
  });
}

/** Runs in the page before anything else. */
function watchShifts(): void {
  const shifts: Shift[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = entry as unknown as { value: number; sources: { node?: Node }[] };
      const name = (node?: Node) =>
        node instanceof Element ? node.outerHTML.slice(0, 80) : (node?.textContent ?? "");
      shifts.push({ value, moved: sources.map(({ node }) => name(node)) });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

describe("the budgets", () => {
  let site: Site;
  before(async () => {
    site = await openSite();
  });
  after(() => site.close());

  test("a text page takes at most 45 KiB over the wire, of it 10 KiB scripts", async () => {
    assert.ok(textPages.length > 50);
    const over: string[] = [];
    const waiting = [...textPages];
    const weighWaiting = async () => {
      const page = await site.open("404.html");
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        const { totalKiB, scriptKiB } = await weighPage(page, site.url + path);
        assert.ok(totalKiB > 5 && scriptKiB > 1, `${path} was not weighed: ${totalKiB} KiB`);
        if (totalKiB > 45 || scriptKiB > 10) over.push(`${path}: ${totalKiB}, ${scriptKiB} KiB`);
      }
    };
    await Promise.all([weighWaiting(), weighWaiting(), weighWaiting()]); // a page waits mostly
    assert.deepEqual(over, []);
  });

  for (const width of [360, 1280]) {
    test(`nothing on any template moves while it loads and is read, ${width} px wide`, async () => {
      const page = await site.open("404.html", { width });
      await page.addInitScript(watchShifts);
      for (const lang of languages) {
        for (const path of Object.values(templatePaths)) {
          assert.deepEqual(await findShifts(page, `${site.url}${lang}/${path}`), [], path);
        }
      }
      assert.deepEqual(site.faults, []);
    });
  }
});

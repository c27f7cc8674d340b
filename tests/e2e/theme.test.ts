import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openSite, type Site } from "./browser.ts";

const readPaper = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const paper = { light: "rgb(251, 250, 247)", dark: "rgb(21, 20, 18)" };

describe("the theme menu", () => {
  let site: Site;
  before(async () => {
    site = await openSite();
  });
  after(() => site.close());

  test("follows the system until the reader chooses", async () => {
    const page = await site.open("zh/about/", { theme: "dark" });
    assert.equal(await readPaper(page), paper.dark);
    await page.emulateMedia({ colorScheme: "light" });
    assert.equal(await readPaper(page), paper.light);
  });

  test("keeps a choice over pages and visits, and has it before anything is painted", async () => {
    const page = await site.open("zh/about/");
    await page.locator("select[data-theme-menu]").selectOption("dark");
    assert.equal(await readPaper(page), paper.dark);
    await page.addInitScript(() => {
      // The first child of <body> is the earliest that anything could be painted.
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        Object.assign(window, { themeAtStart: document.documentElement.dataset["theme"] });
      }).observe(document, { childList: true, subtree: true });
    });
    for (const path of ["zh/about/", "en/patterns/weight-sharing/", "404.html"]) {
      await page.goto(site.url + path);
      const atStart = await page.evaluate(
        () => (window as unknown as { themeAtStart: string }).themeAtStart,
      );
      assert.equal(atStart, "dark", path);
      assert.equal(await readPaper(page), paper.dark, path);
    }
    await page.goto(`${site.url}en/about/`);
    const menu = page.locator("select[data-theme-menu]");
    assert.equal(await menu.inputValue(), "dark");
    await menu.selectOption("system");
    await page.reload();
    assert.equal(await readPaper(page), paper.light);
    assert.deepEqual(site.faults, []);
  });

  test("prints black on white from a dark screen, without what only a screen needs", async () => {
    const page = await site.open("zh/patterns/weight-sharing/", { theme: "dark" });
    await page.locator("select[data-theme-menu]").selectOption("dark");
    await page.emulateMedia({ media: "print" });
    assert.equal(await readPaper(page), "rgb(255, 255, 255)");
    const label = page.locator(".therefore .label");
    const color = await label.evaluate((element) => getComputedStyle(element).color);
    assert.equal(color, "rgb(168, 50, 31)");
    for (const selector of [".site-header nav", ".site-header .tools", ".outline", ".copy"]) {
      assert.equal(await page.locator(selector).first().isVisible(), false, selector);
    }
    assert.ok(await page.locator("main h1").isVisible());
  });
});

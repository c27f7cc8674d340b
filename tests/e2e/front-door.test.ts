import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openSite, type Site } from "./browser.ts";

describe("the front door", () => {
  let site: Site;
  before(async () => {
    site = await openSite();
  });
  after(() => site.close());

  for (const [locale, lang] of [
    ["zh-CN", "zh"],
    ["zh-TW", "zh"],
    ["en-GB", "en"],
    ["fr-FR", "zh"], // neither language: the site's first
  ] as const) {
    test(`opens in ${lang} for a browser set to ${locale}`, async () => {
      const page = await site.open("", { locale });
      await page.waitForURL(`${site.url}${lang}/`);
      assert.deepEqual(site.faults, []);
    });
  }

  test("remembers the language that a reader switched to, and does not trap the back button", async () => {
    const page = await site.open("zh/about/");
    await page.locator("a[data-twin]").click();
    await page.waitForURL("**/en/about/");
    await page.goto(site.url);
    await page.waitForURL(`${site.url}en/`);
    await page.goBack();
    await page.waitForURL("**/en/about/");
  });

  test("offers both languages without JavaScript", async () => {
    const page = await site.open("", { hasJavaScript: false });
    for (const [name, lang] of [
      ["中文", "zh"],
      ["English", "en"],
    ] as const) {
      const link = page.getByRole("link", { name, exact: true });
      assert.equal(await link.getAttribute("href"), `/${lang}/`);
    }
  });
});

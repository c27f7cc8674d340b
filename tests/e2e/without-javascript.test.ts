import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openSite, type Site } from "./browser.ts";
import { templatePaths } from "./template-paths.ts";

describe("without JavaScript", () => {
  let site: Site;
  before(async () => {
    site = await openSite();
  });
  after(() => site.close());

  for (const [name, path] of Object.entries(templatePaths)) {
    test(`the ${name} page has its text and links, and offers no control that would do nothing`, async () => {
      const page = await site.open(`zh/${path}`, { hasJavaScript: false });
      assert.ok(await page.locator("main h1").isVisible());
      assert.ok(((await page.locator("main").innerText()).length ?? 0) > 30);
      assert.equal(await page.locator("header nav a:visible").count(), 5);
      const idle = page.locator(
        "header select, footer button, [data-copy], [data-catalog-filters]",
      );
      for (const control of await idle.all()) {
        assert.equal(await control.isVisible(), false, await control.innerHTML());
      }
      assert.deepEqual(site.faults, []);
    });
  }

  test("the catalog lists every pattern", async () => {
    const page = await site.open("zh/patterns/", { hasJavaScript: false });
    const count = await page.locator("[data-catalog] > li:visible").count();
    assert.match(await page.locator(".intro").innerText(), new RegExp(`共 ${count} 个模式`));
  });

  test("a calculator shows the numbers of its first setting and says what it needs to run", async () => {
    const page = await site.open("zh/patterns/weight-sharing/", { hasJavaScript: false });
    const calculator = page.locator("[data-calculator]").first();
    assert.match(await calculator.innerText(), /\d/);
    assert.match(await calculator.innerText(), /JavaScript/);
    assert.equal(await calculator.locator("input:visible").count(), 0);
  });

  test("a live figure shows its first view and says what it needs to run", async () => {
    const page = await site.open("zh/demos/benchmarks/", { hasJavaScript: false });
    assert.ok(await page.locator("main svg:visible").count());
    assert.match(await page.locator("main").innerText(), /JavaScript/);
  });

  test("a click in the outline and in the language switch leads where it says", async () => {
    const page = await site.open("zh/patterns/weight-sharing/", { hasJavaScript: false });
    await page.locator(".outline summary").click();
    await page.locator('.outline a[href="#solution"]').click();
    assert.equal(new URL(page.url()).hash, "#solution");
    await page.locator("a[data-twin]").click();
    await page.waitForURL("**/en/patterns/weight-sharing/");
  });
});

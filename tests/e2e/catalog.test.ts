import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openSite, type Site } from "./browser.ts";

const shown = (page: Page) =>
  page
    .locator("[data-catalog] > li:not([hidden]) h2 a")
    .evaluateAll((links) => links.map((link) => link.firstChild?.textContent ?? ""));
const choose = (page: Page, name: string, value: string) =>
  page.locator(`[data-catalog-filters] select[name="${name}"]`).selectOption(value);

describe("the catalog", () => {
  let site: Site;
  before(async () => {
    site = await openSite();
  });
  after(() => site.close());

  test("every choice of a filter shows as many patterns as it says, all that have it", async () => {
    const page = await site.open("zh/patterns/");
    const all = (await shown(page)).length;
    for (const name of ["chapter", "problem", "tag", "status"]) {
      const options = await page
        .locator(`select[name="${name}"] option`)
        .evaluateAll((list) =>
          list.map((option) => [option.getAttribute("value"), option.textContent]),
        );
      for (const [value, text] of options.slice(1)) {
        await choose(page, name, value ?? "");
        const count = Number(/\((\d+)\)$/.exec(text ?? "")?.[1]);
        const found = await shown(page);
        assert.ok(count > 0 && found.length === count, `${name}: ${text}: ${found.length}`);
        assert.equal(await page.locator("output").textContent(), `显示 ${count} 个`);
      }
      await choose(page, name, "");
      assert.equal((await shown(page)).length, all);
    }
  });

  test("filters narrow each other, stay in the address, and are cleared at once", async () => {
    const page = await site.open("en/patterns/", { locale: "en" });
    const all = (await shown(page)).length;
    await choose(page, "chapter", "canonical");
    const inChapter = (await shown(page)).length;
    await choose(page, "problem", "few-labels");
    const both = await shown(page);
    assert.ok(both.length > 0 && both.length < inChapter && inChapter < all);
    assert.match(page.url(), /\?chapter=canonical&problem=few-labels$/);
    await page.reload();
    assert.deepEqual(await shown(page), both);
    await page.locator("a[data-twin]").click();
    await page.waitForURL("**/zh/patterns/?chapter=canonical&problem=few-labels");
    assert.equal((await shown(page)).length, both.length);
    await page.goBack();
    await page.getByRole("button", { name: "Clear" }).click();
    await page.waitForURL(`${site.url}en/patterns/`);
    assert.equal((await shown(page)).length, all);
    assert.deepEqual(site.faults, []);
  });

  test("says so when no pattern meets all filters", async () => {
    const page = await site.open("zh/patterns/?chapter=canonical&status=planned");
    assert.deepEqual(await shown(page), []);
    assert.ok(await page.locator("[data-catalog-none]").isVisible());
  });

  test("sorts by name, by year and by relations, and back into reading order", async () => {
    const page = await site.open("en/patterns/?status=written", { locale: "en" });
    const reading = await shown(page);
    await choose(page, "sort", "name");
    const byName = await shown(page);
    assert.deepEqual(
      byName,
      reading.toSorted((a, b) => a.localeCompare(b, "en")),
    );
    for (const key of ["year", "relations"]) {
      await choose(page, "sort", key);
      const values = await page
        .locator("[data-catalog] > li:not([hidden])")
        .evaluateAll(
          (items, name) => items.map((item) => Number(item.getAttribute(`data-${name}`))),
          key,
        );
      assert.deepEqual(
        values,
        values.toSorted((a, b) => b - a),
        key,
      );
      assert.ok(new Set(values).size > 3, key);
    }
    await choose(page, "sort", "reading");
    assert.deepEqual(await shown(page), reading);
  });
});

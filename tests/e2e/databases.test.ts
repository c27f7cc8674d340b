import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openSite, type Site } from "./browser.ts";
import { waitForAddress } from "./explorer-page.ts";
import { findOverflow, findViolations } from "./page-faults.ts";

async function openDatabases(site: Site, lang = "zh", query = "", width = 1280): Promise<Page> {
  const page = await site.open(`${lang}/demos/databases/${query}`, { width });
  await page.locator("[data-databases=ready]").waitFor();
  return page;
}

const listRows = (page: Page): Promise<string[]> =>
  page
    .locator("[data-row]")
    .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-row") ?? ""));

const openFilters = (page: Page) => page.locator(".filters > summary").click();

describe("the comparison of databases", () => {
  let site: Site;
  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());

  test("filters by a property and keeps the view in the address, in the other language too", async () => {
    const page = await openDatabases(site);
    assert.equal((await listRows(page)).length, 20);
    await openFilters(page);
    await page.locator("[data-facet=state]").getByText("已停").click();
    assert.deepEqual(await listRows(page), ["blazingsql"]);
    await waitForAddress(page, "state", "gone");
    assert.match((await page.locator("[data-summary]").textContent()) ?? "", /显示 1 个/);
    await page.locator("a[data-twin]").click();
    await page.waitForURL(/\/en\/demos\/databases\/\?state=gone/);
    await page.locator("[data-databases=ready]").waitFor();
    assert.deepEqual(await listRows(page), ["blazingsql"]);
    await page.locator("[data-reset]").click();
    assert.equal((await listRows(page)).length, 20);
    await waitForAddress(page, "state", null);
    assert.deepEqual(site.faults, []);
  });

  test("sorts by a column, the other way on the second press, and says so", async () => {
    const page = await openDatabases(site, "en");
    await page.locator("[data-sort=name]").click();
    assert.equal((await listRows(page))[0], "alloydb");
    const head = page.locator("th", { has: page.locator("[data-sort=name]") });
    assert.equal(await head.getAttribute("aria-sort"), "ascending");
    await page.locator("[data-sort=name]").click();
    assert.equal((await listRows(page))[0], "vertica");
    assert.equal(await head.getAttribute("aria-sort"), "descending");
    await waitForAddress(page, "order", "down");
  });

  test("opens a view from its address, and tells of what it does not know", async () => {
    const page = await openDatabases(site, "en", "?imports=onnx&sort=name&sql=predict&gpu=many");
    assert.deepEqual(await listRows(page), ["bigquery", "duckdb", "heatwave", "oracle"]);
    const notes = await page.locator(".databases [role=status]").allTextContents();
    assert.ok(notes.some((note) => note.includes("gpu=many")));
    await page.locator("#database-oracle > summary").click();
    await waitForAddress(page, "open", "oracle");
    const sql = page.locator("#database-oracle [data-sql]");
    assert.match((await sql.textContent()) ?? "", /PREDICTION\(churn_model/);
    await page.locator("#database-oracle").getByText("Train", { exact: true }).click();
    assert.match((await sql.textContent()) ?? "", /CREATE_MODEL2/);
    await waitForAddress(page, "sql", null);
  });

  test("copies the SQL that is shown", async () => {
    const page = await openDatabases(site, "en", "?open=clickhouse");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const detail = page.locator("#database-clickhouse");
    await detail.locator("[data-copy]").click();
    await detail.getByText("Copied").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await detail.locator("[data-sql]").textContent());
  });

  test("works by keyboard: search, sort, open a name, change the tab", async () => {
    const page = await openDatabases(site);
    await page.locator("input[type=search]").focus();
    await page.keyboard.type("木兰");
    assert.deepEqual(await listRows(page), ["opengauss"]);
    await page.locator("[data-row=opengauss] a").focus();
    await page.keyboard.press("Enter");
    const detail = page.locator("#database-opengauss");
    await detail.locator("[data-sql=train]").waitFor();
    await detail.locator("input[type=radio]").first().focus();
    await page.keyboard.press("ArrowRight");
    await detail.locator("[data-sql=predict]").waitFor();
    await waitForAddress(page, "q", "木兰");
  });

  test("fits 360 px as cards, without sideways scrolling, everything unfolded", async () => {
    for (const lang of ["zh", "en"]) {
      const page = await openDatabases(site, lang, "?open=sql-server", 360);
      await openFilters(page);
      assert.deepEqual(await findOverflow(page), [], lang);
      const card = page.locator("[data-row=redshift]");
      const box = await card.boundingBox();
      assert.ok(box && box.width <= 360 && box.height > 150, lang);
    }
  });

  test("axe finds nothing in either theme", async () => {
    for (const theme of ["light", "dark"] as const) {
      const page = await site.open("zh/demos/databases/?open=bigquery", { theme });
      await page.locator("[data-databases=ready]").waitFor();
      await openFilters(page);
      assert.deepEqual(await findViolations(page), [], theme);
    }
  });

  test("without JavaScript the whole table and the SQL of each are in the page", async () => {
    const page = await site.open("en/demos/databases/", { hasJavaScript: false });
    assert.equal(await page.locator("[data-row]").count(), 20);
    assert.equal(await page.locator("[data-sql=train]").count(), 18);
    assert.equal(await page.locator("[data-sql=predict]").count(), 18);
    await page.locator("#database-db2 > summary").click();
    await page.locator("#database-db2 [data-sql=train]").waitFor({ state: "visible" });
  });
});

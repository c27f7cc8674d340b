import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openSite, type Site } from "./browser.ts";

const done = '[data-search-results][data-search-state="done"]';
const isDialogOpen = (page: Page) => page.locator("dialog[data-search-dialog][open]").isVisible();
const readStatus = (page: Page, place: string) =>
  page.locator(`[data-search="${place}"] [data-search-status]`).textContent();

describe("the search dialog", () => {
  let site: Site;
  before(async () => {
    site = await openSite();
  });
  after(() => site.close());

  test("opens by / and finds pages, and the keyboard alone leads to one of them", async () => {
    const page = await site.open("zh/about/");
    await page.keyboard.press("/");
    await page.waitForSelector("dialog[data-search-dialog][open]");
    await page.keyboard.type("权重共享");
    await page.waitForSelector(done);
    assert.match((await readStatus(page, "dialog")) ?? "", /找到 \d+ 页/);
    assert.equal(await page.locator("a[data-result]").first().textContent(), "权重共享");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/zh/patterns/weight-sharing/");
    assert.deepEqual(site.faults, []);
  });

  test("opens by Ctrl-K and by the link in the header, and Escape gives the focus back", async () => {
    const page = await site.open("en/about/", { locale: "en" });
    const link = page.locator("a[data-open-search]").first();
    await link.focus();
    await page.keyboard.press("Control+k");
    await page.waitForSelector("dialog[data-search-dialog][open]");
    await page.keyboard.press("Escape");
    assert.equal(await isDialogOpen(page), false);
    assert.ok(await link.evaluate((element) => element === document.activeElement));
    await link.click();
    await page.waitForSelector("dialog[data-search-dialog][open]");
    assert.deepEqual(site.faults, []);
  });

  test("waits for an input method to finish a word", async () => {
    const page = await site.open("zh/about/");
    await page.keyboard.press("/");
    await page.waitForSelector("dialog[data-search-dialog][open]");
    const session = await page.context().newCDPSession(page);
    await session.send("Input.imeSetComposition", {
      text: "quanzhong",
      selectionStart: 9,
      selectionEnd: 9,
    });
    await page.waitForTimeout(500);
    assert.equal(await page.locator('[data-search="dialog"] input').inputValue(), "quanzhong");
    assert.equal(await page.locator("[data-search-results][data-search-state]").count(), 0);
    await session.send("Input.insertText", { text: "权重" });
    await page.waitForSelector(done);
    assert.ok((await page.locator("a[data-result]").count()) > 0);
  });

  test("loads nothing of search before it is opened", async () => {
    const page = await site.open("zh/patterns/weight-sharing/");
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => name),
    );
    assert.deepEqual(
      loaded.filter((name) => /pagefind|search-(dialog|view)|search-terms/.test(name)),
      [],
    );
  });

  test("says in one sentence that the index did not load, and a retry finds the pages", async () => {
    const page = await site.open("zh/about/");
    await page.route("**/pagefind/**", (route) => route.abort());
    await page.keyboard.press("/");
    await page.waitForSelector("dialog[data-search-dialog][open]");
    await page.keyboard.type("权重");
    await page.waitForSelector('[data-search-state="failed"]');
    assert.equal(await readStatus(page, "dialog"), "搜索索引没有载入，请检查网络后再试。");
    await page.unroute("**/pagefind/**");
    await page.locator('[data-search-state="failed"] button').click();
    await page.waitForSelector(done);
    assert.ok((await page.locator("a[data-result]").count()) > 0);
    assert.equal(await page.locator('[data-search="dialog"] input').inputValue(), "权重");
  });
});

describe("the results page", () => {
  let site: Site;
  before(async () => {
    site = await openSite();
  });
  after(() => site.close());

  test("answers the query of its address, with marked excerpts and sections", async () => {
    const page = await site.open(`zh/search/?q=${encodeURIComponent("共享")}`, { width: 360 });
    await page.waitForSelector(done);
    const first = page.locator("[data-search-results] ol > li").first();
    assert.equal(
      await first.locator("a[data-result]").getAttribute("href"),
      "/zh/patterns/weight-sharing/",
    );
    assert.equal(await first.locator("mark").first().textContent(), "共享");
    assert.match(
      (await first.locator("ul a").first().getAttribute("href")) ?? "",
      /weight-sharing\/#[a-z-]+$/,
    );
    const excerpts = await page.locator("[data-search-results] li > p").allTextContents();
    assert.ok(excerpts.length > 0);
    for (const excerpt of excerpts)
      assert.doesNotMatch(excerpt, /[\u200B$\\]|\p{Script=Han} \p{Script=Han}/u);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(site.faults, []);
  });

  test("keeps a chosen filter in its address and narrows the list to it", async () => {
    const page = await site.open(`zh/search/?q=${encodeURIComponent("模式")}`);
    await page.waitForSelector(done);
    const all = await page.locator("a[data-result]").count();
    await page.locator('select[name="kind"]').selectOption("pattern");
    await page.waitForURL("**kind=pattern**");
    await page.waitForSelector(done);
    const paths = await page
      .locator("a[data-result]")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    assert.ok(paths.length > 0 && paths.length < all);
    assert.ok(
      paths.every((path) => path.startsWith("/zh/patterns/")),
      paths.join(" "),
    );
    await page.reload();
    await page.waitForSelector(done);
    assert.equal(await page.locator("a[data-result]").count(), paths.length);
  });

  test("finds a term by the other language's word and says so", async () => {
    const page = await site.open("zh/search/?q=overfitting");
    await page.waitForSelector(done);
    assert.match((await page.locator(".note").first().textContent()) ?? "", /也按.*“过拟合”.*查找/);
    const marks = await page.locator("[data-search-results] mark").allTextContents();
    assert.ok(marks.includes("过拟合"), marks.join(" "));
  });

  test("finds the standard term by a wrong rendering and says which it is", async () => {
    const page = await site.open(`zh/search/?q=${encodeURIComponent("变形金刚")}`);
    await page.waitForSelector(done);
    assert.match(
      (await page.locator(".note").first().textContent()) ?? "",
      /标准说法是“Transformer”/,
    );
    assert.ok((await page.locator("a[data-result]").count()) > 0);
  });

  test("finds the same pages by traditional characters", async () => {
    const answers = [];
    for (const query of ["权重共享", "權重共享"]) {
      const page = await site.open(`zh/search/?q=${encodeURIComponent(query)}`);
      await page.waitForSelector(done);
      const links = await page.locator("a[data-result]").all();
      answers.push(await Promise.all(links.map((link) => link.getAttribute("href"))));
    }
    assert.ok((answers[0]?.length ?? 0) > 0);
    assert.deepEqual(answers[1], answers[0]);
  });

  test("says when nothing was found, and offers the query in the other language", async () => {
    const page = await site.open("en/search/?q=zzzzqqq", { locale: "en" });
    await page.waitForSelector(done);
    assert.equal(await readStatus(page, "page"), "Nothing found");
    assert.equal(
      await page.locator("[data-search-results] .other a").getAttribute("href"),
      "/zh/search/?q=zzzzqqq",
    );
  });

  test("says without JavaScript where else to look", async () => {
    const page = await site.open("zh/search/", { hasJavaScript: false });
    assert.match((await page.locator("main").textContent()) ?? "", /搜索要用 JavaScript/);
    assert.equal(await page.locator('main a[href="/zh/glossary/"]').count(), 1);
  });
});

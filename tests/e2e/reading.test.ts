import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openSite, type Site } from "./browser.ts";

const patternPath = "zh/patterns/weight-sharing/";
const readMarked = (page: Page) =>
  page
    .locator('[data-outline] a[aria-current="location"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
const scrollTo = (page: Page, id: string) =>
  page.locator(`#${id}`).evaluate((element) => element.scrollIntoView({ behavior: "instant" }));

/** Waits until the section stands below the header, which stays, and above all other text. */
const waitForReach = (page: Page, id: string) =>
  page.waitForFunction((id) => {
    const top = document.getElementById(id)?.getBoundingClientRect().top ?? 0;
    return top > 40 && top < 120;
  }, id);

describe("a reader of a pattern", () => {
  let site: Site;
  before(async () => {
    site = await openSite();
  });
  after(() => site.close());

  test("switches the language and stays at the section being read, there and back", async () => {
    const page = await site.open(patternPath);
    await scrollTo(page, "consequences");
    await page.waitForSelector('[data-outline] a[href="#consequences"][aria-current]');
    await page.locator("a[data-twin]").click();
    await page.waitForURL("**/en/patterns/weight-sharing/#consequences");
    await waitForReach(page, "consequences");
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await page.waitForSelector('[data-outline] a[href="#consequences"][aria-current]');
    await page.locator("a[data-twin]").click();
    await page.waitForURL(`**/${patternPath}#consequences`);
    assert.deepEqual(site.faults, []);
  });

  test("switches the language at the top of a page and comes to the top", async () => {
    for (const path of ["patterns/weight-sharing/", "about/", "glossary/"]) {
      const page = await site.open(`zh/${path}`);
      await page.locator("a[data-twin]").click();
      await page.waitForURL(`${site.url}en/${path}`);
      assert.equal(await page.evaluate(() => scrollY), 0);
    }
  });

  test("sees in the outline which one section is being read", async () => {
    const page = await site.open(patternPath);
    for (const id of ["forces", "measure", "known-uses", "problem"]) {
      await scrollTo(page, id);
      await page.waitForSelector(`[data-outline] a[href="#${id}"][aria-current]`);
      assert.deepEqual(await readMarked(page), [`#${id}`]);
    }
  });

  test("gets a link to every section from the sign beside its heading", async () => {
    const page = await site.open(patternPath);
    const ids = await page.locator("main h2[id]").evaluateAll((list) => list.map(({ id }) => id));
    const anchors = await page
      .locator("main h2[id] > .anchor")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    assert.deepEqual(
      anchors,
      ids.map((id) => `#${id}`),
    );
    const anchor = page.locator("#solution > .anchor");
    const readOpacity = () => anchor.evaluate((element) => getComputedStyle(element).opacity);
    assert.equal(await readOpacity(), "0");
    await page.locator("#solution").hover();
    assert.equal(await readOpacity(), "1");
    await anchor.click();
    assert.equal(new URL(page.url()).hash, "#solution");
    await waitForReach(page, "solution");
  });

  test("copies the code as it is written, and the citation of the page", async () => {
    const page = await site.open(patternPath);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const readClipboard = () => page.evaluate(() => navigator.clipboard.readText());
    const block = page.locator("main .code").first();
    await block.locator("button").click();
    await block.getByText("已复制").waitFor();
    assert.equal(await readClipboard(), await block.locator("pre").textContent());
    assert.match(await readClipboard(), /\n.*\n/);
    await page.locator(".page-actions summary").click();
    await page.locator(".page-actions .code button").first().click();
    await page.locator(".page-actions").getByText("已复制").waitFor();
    assert.match(await readClipboard(), /^@misc\{[\s\S]+权重共享[\s\S]+\}$/);
  });

  test("is shown the shortcuts by ?, and turns pages and language with them", async () => {
    const page = await site.open(patternPath);
    const help = page.locator("dialog[data-shortcuts]");
    await page.keyboard.press("?");
    assert.ok(await help.isVisible());
    assert.deepEqual(await help.locator("kbd").allTextContents(), [
      "/",
      "Ctrl K",
      "[",
      "]",
      "t",
      "?",
    ]);
    await page.keyboard.press("Escape");
    assert.equal(await help.isVisible(), false);
    const next = await page.locator("a[rel=next]").getAttribute("href");
    await page.keyboard.press("]");
    await page.waitForURL(`**${next}`);
    await page.keyboard.press("[");
    await page.waitForURL(`**/${patternPath}`);
    await page.keyboard.press("t");
    await page.waitForURL("**/en/patterns/weight-sharing/**");
    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    assert.ok(await help.isVisible());
    assert.deepEqual(site.faults, []);
  });

  test("types the letters of the shortcuts into a field without starting any", async () => {
    const page = await site.open("zh/search/");
    await page.locator("main input[name=q]").fill("");
    await page.keyboard.type("t?/[]");
    assert.equal(await page.locator("main input[name=q]").inputValue(), "t?/[]");
    assert.equal(await page.locator("dialog[open]").count(), 0);
    assert.match(page.url(), /\/zh\/search\//);
  });

  test("finds the way on from a page that does not exist", async () => {
    const page = await site.open("404.html");
    const response = await page.goto(`${site.url}en/patterns/no-such-pattern/`);
    assert.equal(response?.status(), 404);
    for (const href of ["/zh/", "/en/", "/zh/search/", "/en/search/", "/en/patterns/"]) {
      assert.ok(await page.locator(`main a[href="${href}"]`).isVisible(), href);
    }
  });
});

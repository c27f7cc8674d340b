import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openSite, type PageOptions, type Site } from "./browser.ts";
import { waitForAddress } from "./explorer-page.ts";
import { findOverflow, findViolations } from "./page-faults.ts";

async function openPad(site: Site, path = "zh/demos/digits/", options: PageOptions = {}) {
  const page = await site.open(path, options);
  await page.locator("[data-pad]").scrollIntoViewIfNeeded();
  await page.locator("[data-digits=ready]").waitFor();
  return page;
}

/** Draws with the mouse through points given as shares of the pad's sides. */
async function draw(page: Page, ...points: [number, number][]): Promise<void> {
  const box = await page.locator("[data-pad]").boundingBox();
  assert.ok(box);
  for (const [index, [x, y]] of points.entries()) {
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 8 });
    if (index === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

const waitForClass = (page: Page, digit: number) =>
  page.locator(`[data-bars] tr.best[data-digit="${digit}"]`).waitFor();

describe("handwritten digits", () => {
  let site: Site;
  before(async () => {
    site = await openSite();
  });
  after(() => site.close());

  test("a one drawn with the pointer is read as a one, a seven as a seven, and undo goes back", async () => {
    const page = await openPad(site);
    await page.locator("[data-clear]").click();
    await page.getByText("板上没有笔画").waitFor();
    await draw(page, [0.5, 0.12], [0.49, 0.88]);
    await waitForClass(page, 1);
    assert.match((await page.locator("[data-summary]").textContent()) ?? "", /^认作 1，概率/);
    assert.match((await page.locator("[data-status]").textContent()) ?? "", /Worker.*[\d.]+ ms/);
    await page.locator("[data-clear]").click();
    await draw(page, [0.2, 0.15], [0.78, 0.15], [0.45, 0.9]);
    await waitForClass(page, 7);
    await page.locator("[data-undo]").click();
    await page.getByText("板上没有笔画").waitFor();
    await page.locator("[data-undo]").click();
    await waitForClass(page, 1);
    assert.deepEqual(site.faults, []);
  });

  test("the reading changes while the pointer is still down", async () => {
    const page = await openPad(site, "en/demos/digits/");
    await page.locator("[data-clear]").click();
    const box = await page.locator("[data-pad]").boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 8);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + (box.height * 7) / 8, { steps: 12 });
    await waitForClass(page, 1);
    await page.mouse.up();
  });

  test("arrow keys and space draw, and the pen's place is told", async () => {
    const page = await openPad(site);
    await page.locator("[data-clear]").click();
    await page.locator("[data-pad]").focus();
    for (let i = 0; i < 10; i++) await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    for (let i = 0; i < 20; i++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await page.getByText("笔在第 33 列第 53 行，抬起。").waitFor();
    await waitForClass(page, 1);
  });

  test("the address carries the drawing; one that cannot be read gives the example and says so", async () => {
    const page = await openPad(site);
    await page.locator("[data-clear]").click();
    await draw(page, [0.5, 0.12], [0.5, 0.88]);
    await waitForClass(page, 1);
    await page.waitForTimeout(1000); // the address is written a moment after the last change
    const { search } = new URL(page.url());
    await waitForClass(await openPad(site, `en/demos/digits/${search}`), 1);
    const broken = await openPad(site, "en/demos/digits/?strokes=!");
    await broken.getByText("could not be read").waitFor();
    await waitForClass(broken, 3);
    await broken.locator("[data-clear]").click();
    await waitForAddress(broken, "strokes", "");
  });

  test("a load that fails says so in one sentence, keeps the drawing and goes on after a retry", async () => {
    const page = await site.open("zh/demos/digits/");
    await page.context().route("**/models/digits/weights.bin", (route) => route.abort());
    await page.reload();
    await page.locator("[data-digits=failed]").waitFor();
    assert.match((await page.locator("[data-status]").textContent()) ?? "", /没有取到/);
    await page.locator("[data-clear]").click();
    await draw(page, [0.5, 0.12], [0.5, 0.88]);
    await page.context().unroute("**/models/digits/weights.bin");
    await page.locator("[data-retry]").click();
    await waitForClass(page, 1);
    site.faults.length = 0;
  });

  test("it is accessible and as wide as a phone, in both themes, drawn on and empty", async () => {
    for (const lang of ["zh", "en"]) {
      const page = await openPad(site, `${lang}/demos/digits/`, { width: 360 });
      for (const isEmpty of [false, true]) {
        if (isEmpty) await page.locator("[data-clear]").click();
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await findViolations(page), []);
          assert.deepEqual(await findOverflow(page), []);
        }
      }
    }
  });

  test("a finger draws too", async () => {
    const page = await openPad(site, "zh/demos/digits/", { width: 360, isTouch: true });
    await page.locator("[data-clear]").tap();
    await page.locator("[data-pad]").tap();
    await page.locator("[data-bars] tr.best").waitFor();
  });

  test("without JavaScript the stored drawing, its bars and maps are there, and no idle button", async () => {
    const page = await site.open("zh/demos/digits/", { hasJavaScript: false });
    assert.match((await page.locator("[data-summary]").textContent()) ?? "", /^认作 3，概率 9/);
    assert.equal(await page.locator(".maps svg:visible").count(), 16);
    assert.equal(await page.locator("[data-clear]:visible").count(), 0);
  });
});

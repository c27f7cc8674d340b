import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { loadZoo } from "../../src/site/zoo.ts";
import { openSite, type PageOptions, type Site } from "./browser.ts";
import { readText, waitForAddress } from "./explorer-page.ts";
import { findFaults, findOverflow } from "./page-faults.ts";

const all = loadZoo().length;
const listShown = (page: Page): Promise<string[]> =>
  page.locator(".zoo .card .name abbr").allTextContents();

describe("the neural network zoo", () => {
  let site: Site;
  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());

  async function openZoo(lang: "zh" | "en", query = "", options?: PageOptions): Promise<Page> {
    const page = await site.open(`${lang}/demos/zoo/${query}`, options);
    await page.locator("[data-zoo=ready]").waitFor();
    return page;
  }

  test("filters by words, by kind of cell and by year, and the address keeps the view", async () => {
    const page = await openZoo("en");
    assert.equal((await listShown(page)).length, all);
    await page.locator(".zoo").getByLabel("Search").fill("hopfield");
    await page.locator("[data-count='4'], [data-count='3'], [data-count='2']").waitFor();
    assert.ok((await listShown(page)).includes("MHN"));
    await page.locator(".zoo").getByLabel("Search").fill("");
    await page.locator(".zoo input[value=spiking]").check();
    assert.deepEqual(await listShown(page), ["LSM"]);
    await waitForAddress(page, "cell", "spiking");
    await page.reload();
    await page.locator("[data-count='1']").waitFor();
    assert.deepEqual(await listShown(page), ["LSM"]);
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.getByLabel("From year").selectOption("2023");
    assert.deepEqual(await listShown(page), ["Mamba"]);
    assert.deepEqual(site.faults, []);
  });

  test("compares two networks, lists what differs, and shares that by its address", async () => {
    const page = await openZoo("zh");
    await page.locator("#zoo-autoencoder .pick input").check();
    assert.match(await readText(page.locator("[data-count]")), /已选 AE/);
    await page.locator("#zoo-vae .pick input").check();
    await page.locator("[data-compare='autoencoder vae']").waitFor();
    assert.match(await readText(page.locator("[data-summary]")), /只有 VAE 有：随机。/);
    await page.waitForFunction(
      () => new URLSearchParams(location.search).getAll("pair").length === 2,
    );
    const other = await site.open(page.url().slice(site.url.length));
    await other.locator("[data-compare='autoencoder vae']").waitFor();
    await other.getByRole("button", { name: "结束比较" }).click();
    assert.equal(await other.locator("[data-compare]").count(), 0);
    assert.deepEqual(site.faults, []);
  });

  test("tells the reader of an address that it cannot read", async () => {
    const page = await openZoo("en", "?family=cats&open=gan");
    assert.match(await readText(page.locator(".zoo [role=status]").first()), /family=cats/);
    assert.equal(await page.locator("#zoo-gan details").getAttribute("open"), "");
  });

  test("the keyboard alone filters, opens a card and starts a comparison", async () => {
    const page = await openZoo("en", "?q=autoencoder");
    await page.locator("#zoo-autoencoder .pick input").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await waitForAddress(page, "open", "autoencoder");
    await page.locator("#zoo-vae .pick input").focus();
    await page.keyboard.press("Space");
    await page.locator("[data-compare='autoencoder vae']").waitFor();
  });

  test("fits a phone and a desk, and axe finds nothing, in both themes", async () => {
    for (const [lang, theme] of [
      ["zh", "dark"],
      ["en", "light"],
    ] as const) {
      const query = "?pair=lstm&pair=gan&open=vae";
      const page = await openZoo(lang, query, { width: 360, theme });
      await page.locator("[data-compare]").waitFor();
      assert.deepEqual(await findFaults(page), [], `${lang}, ${theme}`);
      await page.context().close();
    }
  });

  test("without JavaScript every card is there with its drawing, and its details open", async () => {
    const page = await site.open("zh/demos/zoo/", { hasJavaScript: false });
    assert.equal(await page.locator(".zoo .card").count(), all);
    assert.equal(await page.locator(".zoo .card > svg[aria-label]").count(), all);
    await page.locator("#zoo-neural-turing-machine summary").click();
    assert.match(await readText(page.locator("#zoo-neural-turing-machine dl")), /论文/);
    assert.ok(await page.locator("#zoo-neural-turing-machine math").isVisible());
  });

  test("the article shows the zoo too", async () => {
    const page = await site.open("zh/articles/neural-network-compute-explosion/#zoo", {
      width: 360,
    });
    await page.locator(".zoo").scrollIntoViewIfNeeded();
    await page.locator("[data-zoo=ready]").waitFor();
    assert.equal((await listShown(page)).length, all);
    assert.deepEqual(await findOverflow(page), []);
    assert.deepEqual(site.faults, []);
  });
});

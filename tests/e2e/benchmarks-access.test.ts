import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { openSite, type Site } from "./browser.ts";
import { openExplorer, readText, settle } from "./explorer-page.ts";
import { findFaults, findOverflow } from "./page-faults.ts";

let site: Site;

before(async () => {
  site = await openSite();
});

after(() => site?.close());

const views = {
  curves: "?points=all&mark=annoy&xs=logit",
  table: "?panel=table",
  fastest: "?panel=fastest&at=0.95",
  scores: "?panel=scores",
  difficulty: "?data=difficulty-glove&facet=queries&queries=any",
};

/** Unfolds everything, chooses a point and pins it. */
async function useAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>(".explorer details"))
      fold.open = true;
  });
  const chart = page.getByRole("application").first();
  if ((await chart.count()) > 0) {
    await chart.press("ArrowRight");
    await chart.press("Enter");
  }
  const bar = page.locator("[data-fastest] li button").first();
  if ((await bar.count()) > 0) await bar.click();
  if ((await page.locator("[data-scores]").count()) > 0)
    await page.locator("[data-scores] tbody tr").first().waitFor();
}

for (const [name, query] of Object.entries(views)) {
  test(`${name}: in use on a phone and a desk, both themes, nothing sticks out and axe finds nothing`, async () => {
    for (const [lang, theme] of [
      ["zh", "dark"],
      ["en", "light"],
    ] as const) {
      const page = await openExplorer(site, lang, query, { width: 360, theme });
      await useAll(page);
      assert.deepEqual(await findFaults(page), [], `${lang}, ${theme}`);
      await page.context().close();
    }
  });
}

test("on a phone everything that is tapped is at least 44 px high and wide", async () => {
  const page = await openExplorer(site, "zh", "?panel=fastest", { width: 360 });
  await useAll(page);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll(".explorer :is(button, summary, select, input)")].flatMap(
      (control) => {
        const box = (control.closest("label") ?? control).getBoundingClientRect();
        const isSmall = box.height > 0 && (box.height < 43.9 || box.width < 43.9);
        return isSmall ? [`${control.textContent?.trim()} ${box.width} × ${box.height}`] : [];
      },
    ),
  );
  assert.deepEqual(small, []);
});

test("the keyboard alone changes the data set, folds out the filters, and reaches the chart", async () => {
  const page = await openExplorer(site, "en");
  await page.locator(".explorer button").first().focus();
  const seen: string[] = [];
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const { activeElement: at } = document;
      const label = at instanceof HTMLSelectElement ? at.labels[0]?.textContent : at?.textContent;
      return at?.getAttribute("role") ?? label?.trim() ?? "";
    });
    seen.push(name);
    if (name === "Distance") await page.keyboard.press("ArrowDown");
    if (name === "Data set") await page.keyboard.press("ArrowDown");
    if (name === "Filters") {
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
    }
    if (name === "application") break;
  }
  assert.equal(seen.at(-1), "application", seen.join(", "));
  await settle(page);
  await page.keyboard.press("ArrowRight");
  assert.doesNotMatch(await readText(page.locator("[data-detail]")), /No point chosen/);
});

test("the explorer inside the article works like its page", async () => {
  const page = await site.open("zh/articles/ann-benchmarks/", { width: 360 });
  await page.locator("[data-explorer]").scrollIntoViewIfNeeded();
  await page.locator("[data-explorer=ready]").waitFor();
  await page.getByLabel("谁最快").check();
  await page.getByLabel("召回率目标").fill("0.99");
  assert.deepEqual(await findOverflow(page), []);
  assert.equal(await readText(page.locator("[data-fastest] .who b").first()), "NGT-onng");
});

test("no page error, console error or foreign request came up", () => {
  assert.deepEqual(site.faults, []);
});

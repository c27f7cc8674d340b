import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { loadModel, openAttention, readText, settle } from "./attention-page.ts";
import { openSite, type Site } from "./browser.ts";
import { findFaults, findViolations } from "./page-faults.ts";

let site: Site;

before(async () => {
  site = await openSite();
});

after(() => site?.close());

async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>(".attention details"))
      fold.open = true;
  });
  await page.locator("[data-panel=export] button").first().waitFor();
  await page.locator("[data-lens]").waitFor();
}

for (const [lang, theme] of [
  ["zh", "dark"],
  ["en", "light"],
] as const) {
  test(`${lang}, ${theme}: all unfolded nothing sticks out and axe finds nothing`, async () => {
    const page = await openAttention(site, lang, "?look=matrix", { width: 360, theme });
    assert.deepEqual(await findViolations(page), [], "first view");
    await loadModel(page);
    await openAll(page);
    await page.locator(".steps tbody tr").first().getByRole("button").nth(2).click();
    assert.deepEqual(await findFaults(page), []);
  });
}

test("on a phone everything that is tapped is at least 44 px high and wide", async () => {
  const page = await openAttention(site, "zh", "", { width: 360 });
  await loadModel(page);
  await openAll(page);
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll(".attention :is(button, summary, select, input, textarea)"),
    ].flatMap((control) => {
      const box = (control.closest("label") ?? control).getBoundingClientRect();
      const isSmall = box.height > 0 && (box.height < 43.9 || box.width < 43.9);
      return isSmall ? [`${control.textContent?.trim()} ${box.width} × ${box.height}`] : [];
    }),
  );
  assert.deepEqual(small, []);
});

test("the keyboard alone loads the model, walks tokens, heads and the matrix, and checks a number", async () => {
  const page = await openAttention(site, "en");
  await page.locator(".input textarea").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await settle(page);
  const seen = new Set<string>();
  for (let i = 0; i < 120 && !seen.has("verdict"); i++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const at = document.activeElement;
      if (at?.closest(".tokens")) return "token";
      if (at?.closest(".grid")) return "head";
      if (at?.getAttribute("role") === "application") return "matrix";
      return at?.closest(".steps tbody td") ? "number" : "";
    });
    if (name === "matrix") await page.keyboard.press("ArrowLeft");
    if (name === "head" && !seen.has("head")) await page.keyboard.press("Enter");
    if (name === "number") {
      await page.keyboard.press("Enter");
      await page.locator("[data-verdict=same]").waitFor();
      seen.add("verdict");
    }
    seen.add(name);
  }
  for (const name of ["token", "head", "matrix", "number", "verdict"])
    assert.ok(seen.has(name), name);
  assert.match(await readText(page.locator("[data-readout]")), /sums to 1\.000/);
});

test("no page error, console error or foreign request came up", () => {
  assert.deepEqual(site.faults, []);
});

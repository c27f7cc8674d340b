import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { openSite, type Site } from "./browser.ts";
import { openExplorer, openFilters, readText, settle, waitForAddress } from "./explorer-page.ts";

let site: Site;

before(async () => {
  site = await openSite();
});

after(() => site?.close());

const chart = (page: Page) => page.getByRole("application").first();
const detail = (page: Page) => page.locator("[data-detail]");

test("a search brings one algorithm out and dims the rest; an unknown name is said to be missing", async () => {
  const page = await openExplorer(site, "zh");
  const box = page.getByLabel("找一个算法，其余变淡");
  await box.fill("annoy");
  assert.deepEqual(
    await page
      .locator(".curve:not(.dim)")
      .evaluateAll((curves) => curves.map((curve) => curve.getAttribute("data-algorithm"))),
    ["annoy"],
  );
  assert.equal(await page.locator(".curve.dim").count(), 11);
  await waitForAddress(page, "mark", "annoy");
  await box.fill("scann");
  await page.getByText("这张图里没有“scann”。").waitFor();
  await box.fill("");
  assert.equal(await page.locator(".curve.dim").count(), 0);
  await page.locator("[data-legend]").getByRole("button", { name: "kgraph" }).click();
  assert.equal(await page.locator(".curve.dim").count(), 11);
});

test("the keyboard walks a frontier, says every parameter, pins and compares", async () => {
  const page = await openExplorer(site, "en");
  await chart(page).focus();
  await page.keyboard.press("ArrowRight");
  assert.match(await readText(detail(page)), /^annoy/);
  const first = await readText(detail(page));
  await page.keyboard.press("ArrowRight");
  const second = await readText(detail(page));
  assert.notEqual(second, first);
  for (const part of [
    /\d+ of \d+/,
    /Annoy\(n_trees=\d+, search_k=\d+\)/,
    /Recall ?0\.\d+/,
    /Build time ?[\d.,]+ s/,
    /Index size ?[\d,]+ kB/,
    /Neighbours k ?10/,
    /2021-02/,
    /ann-benchmarks-reproducibility, res\.csv, [0-9a-f]{40} · MIT/,
  ]) {
    assert.match(second, part);
  }
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  const other = await readText(detail(page));
  assert.doesNotMatch(other, /^annoy/);
  await page.keyboard.press("Enter");
  const pins = page.locator("[data-pins]");
  assert.equal(await pins.locator("tbody tr").first().locator("td").count(), 2);
  assert.match(await readText(pins), /Algorithm ?annoy ?BallTree\(nmslib\)/);
  await page.waitForFunction(() => new URLSearchParams(location.search).getAll("pin").length === 2);
  await page.reload();
  await page.locator("[data-pins]").waitFor();
  await pins.getByRole("button", { name: "Unpin" }).first().press("Enter");
  assert.equal(await pins.locator("tbody tr").first().locator("td").count(), 1);
  await chart(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  assert.match(await readText(detail(page)), /^No point chosen yet\./);
});

/** The place of a curve's last point in the window. */
async function findPoint(page: Page, algorithm: string): Promise<{ x: number; y: number }> {
  const marks = page.locator(`.curve[data-algorithm="${algorithm}"] .marks`);
  await chart(page).scrollIntoViewIfNeeded();
  const box = await marks.boundingBox();
  assert.ok(box, algorithm);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("hovering shows a point, and clicking it pins it", async () => {
  const page = await openExplorer(site, "zh");
  const { x, y } = await findPoint(page, "bruteforce-blas");
  await page.mouse.move(x + 3, y + 3);
  await page.locator(".tip", { hasText: "bruteforce-blas" }).waitFor();
  assert.match(
    await readText(detail(page)),
    /^bruteforce-blas 第 1 个，共 1 个 BruteForceBLAS\(\)/,
  );
  const tip = await page.locator(".tip").boundingBox();
  const frame = await chart(page).boundingBox();
  assert.ok(tip && frame && tip.y + tip.height <= frame.y + frame.height, "the tip is not cut off");
  await page.mouse.click(x, y);
  await page.locator("[data-pins]", { hasText: "bruteforce-blas" }).waitFor();
});

test("a tap chooses a point, and a second tap pins it", async () => {
  const page = await openExplorer(site, "en", "", { width: 360, isTouch: true });
  const { x, y } = await findPoint(page, "bruteforce-blas");
  await page.touchscreen.tap(x, y);
  await page.locator("[data-detail]", { hasText: "bruteforce-blas" }).waitFor();
  assert.equal(await page.locator("[data-pins]").count(), 0);
  await page.touchscreen.tap(x, y);
  await page.locator("[data-pins]", { hasText: "bruteforce-blas" }).waitFor();
});

test("fastest at recall ≥ x ranks what was measured and moves with the slider", async () => {
  const page = await openExplorer(site, "en", "?panel=fastest");
  const names = page.locator("[data-fastest] .who b");
  assert.deepEqual((await names.allTextContents()).slice(0, 3), [
    "NGT-onng",
    "hnsw(nmslib)",
    "kgraph",
  ]);
  await page.getByLabel("Target recall").fill("0.95");
  assert.deepEqual((await names.allTextContents()).slice(0, 2), ["hnsw(nmslib)", "hnsw(faiss)"]);
  await waitForAddress(page, "at", "0.95");
  assert.match(
    await readText(page.locator("[data-fastest] li").last()),
    /not reached, best 0\.9\d+/,
  );
  const bar = page.locator("[data-fastest] li button").first();
  await bar.press("Enter");
  assert.match(await readText(page.locator("[data-fastest] li").first()), /Build time/);
  await bar.press("Enter");
  assert.equal(await detail(page).count(), 0);
  await page.getByText("How it is computed").click();
  await page.getByText(/interpolates between the two frontier points/).waitFor();
});

test("one algorithm on four machines: four curves under four machine labels, with a caution", async () => {
  const page = await openExplorer(site, "zh");
  await page.getByRole("button", { name: "同一算法，四台机器" }).click();
  await page.getByText("图里有 4 次不同的测量").waitFor();
  const curves = page.locator(".curve");
  assert.equal(await curves.count(), 4);
  const colours = await curves.evaluateAll((all) => [
    ...new Set(all.map((one) => getComputedStyle(one.querySelector(".marks") ?? one).fill)),
  ]);
  assert.equal(colours.length, 4);
  const key = await readText(page.locator("[data-legend]"));
  for (const machine of ["ecs.c5.4xlarge", "Xeon 8275CL", "Azure D16s v3", "96 核"]) {
    assert.ok(key.includes(machine), machine);
  }
  assert.match(
    await readText(page.locator("[data-summary]")),
    /最好的是 hnswlib · Milvus 四机 2020/,
  );
  await openFilters(page);
  await page.getByLabel("按机器").check();
  await page.locator("[data-multiples]").waitFor();
  assert.equal(await page.locator("[data-multiples] figure").count(), 4);
});

test("query difficulty and data sets make small charts on the same axes", async () => {
  const page = await openExplorer(site, "en");
  const ticks = (place: number): Promise<string[]> =>
    page.locator("[data-multiples] figure").nth(place).locator(".axis text").allTextContents();
  await page.getByRole("button", { name: "Query difficulty" }).click();
  await page.locator("[data-multiples]").waitFor();
  assert.deepEqual(await page.locator("[data-multiples] figcaption").allTextContents(), [
    "easy (local intrinsic dimensionality)",
    "middle (local intrinsic dimensionality)",
    "hard (local intrinsic dimensionality)",
    "diverse (local intrinsic dimensionality)",
  ]);
  assert.deepEqual(await ticks(0), await ticks(2));
  await page.getByLabel("Query difficulty and filters").first().selectOption("lrc-hard");
  await page.locator("figcaption", { hasText: "hard (relative contrast)" }).waitFor();
  await page.getByRole("button", { name: "One run, many data sets" }).click();
  await page.locator("figcaption", { hasText: "word2bits-800-hamming" }).waitFor();
  assert.equal(await page.locator("[data-multiples] figure").count(), 7);
  assert.deepEqual(await ticks(0), await ticks(6));
  assert.doesNotMatch(await readText(page.locator("[data-summary]")), /Best/);
});

test("the score over data sets is ranked, says its rule, and drops those in too few", async () => {
  const page = await openExplorer(site, "zh");
  await page.getByLabel("跨数据集总分").check();
  const rows = page.locator("[data-scores] tbody tr");
  await rows.first().waitFor();
  const scores = (await rows.locator("td:first-of-type").allTextContents()).map(Number);
  assert.deepEqual(
    scores,
    scores.toSorted((a, b) => b - a),
  );
  const all = await rows.count();
  await page.getByLabel("至少参加几个数据集").fill("10");
  assert.ok((await rows.count()) < all);
  const least = (await rows.locator("td:nth-of-type(3)").allTextContents()).map(Number);
  assert.ok(Math.min(...least) >= 10);
  await page.getByText("计算规则").click();
  await page.getByText(/1 表示处处最快/).waitFor();
});

test("the table holds the same rows, sorts by any column, and lists all on demand", async () => {
  const page = await openExplorer(site, "en", "?panel=table");
  const table = page.locator("[data-table]");
  await table.getByText("360 rows").waitFor();
  const column = async (place: number): Promise<number[]> =>
    (await table.locator(`tbody td:nth-child(${place})`).allTextContents()).map((cell) =>
      Number(cell.replace(/[^\d.]/g, "")),
    );
  assert.equal((await column(5))[0], 36_919);
  await table.getByRole("button", { name: "Build time" }).click();
  const falling = (await column(7)).filter((value) => value > 0);
  assert.deepEqual(
    falling,
    falling.toSorted((a, b) => b - a),
  );
  assert.equal(await table.locator("th[aria-sort=descending]").count(), 1);
  await page.getByRole("button", { name: "List all" }).click();
  assert.equal(await table.locator("tbody tr").count(), 360);
  await settle(page);
});

test("no page error, console error or foreign request came up", () => {
  assert.deepEqual(site.faults, []);
});

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite, type Site } from "./browser.ts";
import {
  countPoints,
  listDrawn,
  openExplorer,
  openFilters,
  readText,
  settle,
  waitForAddress,
} from "./explorer-page.ts";

let site: Site;

before(async () => {
  site = await openSite();
});

after(() => site?.close());

test("without JavaScript the first chart, its key and its summary are in the page", async () => {
  for (const [lang, best] of [
    ["zh", /12 条曲线，217 个点.*每秒查询数最好的是 NGT-onng（1877）/],
    ["en", /12 curves, 217 points.*queries per second at recall ≥ 0\.9: NGT-onng \(1877\)/],
  ] as const) {
    const page = await site.open(`${lang}/demos/benchmarks/`, { hasJavaScript: false });
    const chart = page.locator("[data-chart]:visible");
    assert.equal(await chart.count(), 1);
    assert.equal(await chart.locator(".curve").count(), 12);
    assert.equal(await page.locator("[data-legend] li").count(), 12);
    assert.match(await readText(page.locator("[data-summary]")), best);
  }
});

test("the page weighs at most 250 KiB before a data set is chosen, and then loads that one, once", async () => {
  const page = await site.open("404.html");
  const requests: string[] = [];
  let bytes = 0;
  page.on("requestfinished", async (request) => {
    requests.push(new URL(request.url()).pathname);
    const { responseHeadersSize, responseBodySize } = await request.sizes();
    bytes += responseHeadersSize + responseBodySize;
  });
  await page.goto(`${site.url}zh/demos/benchmarks/`, { waitUntil: "networkidle" });
  await page.locator("[data-explorer=ready]").waitFor();
  assert.ok(requests.length > 3);
  assert.ok(bytes > 0 && bytes <= 250 * 1024, `${bytes} bytes`);
  const loads = (): string[] => requests.filter((path) => path.endsWith(".bin"));
  assert.deepEqual(loads(), []);
  const choose = async (dataset: string): Promise<void> => {
    await page.getByLabel("数据集", { exact: true }).selectOption(dataset);
    await page.locator(".place", { hasText: dataset }).waitFor();
    await settle(page);
  };
  await choose("sift-128-euclidean");
  await choose("gist-960-euclidean");
  await choose("sift-128-euclidean");
  assert.deepEqual(
    loads().map((path) => path.split("/").at(-1)),
    ["sift-128-euclidean.bin", "gist-960-euclidean.bin"],
  );
});

test("any metric stands on either axis, with its better direction and the scales that fit it", async () => {
  const page = await openExplorer(site, "en");
  const titles = page.locator("[data-chart] .titles text");
  assert.match(await readText(titles.nth(0)), /^Recall ?higher is better →$/);
  await page.getByLabel("Horizontal axis").selectOption({ label: "Build time [s]" });
  await settle(page);
  await page.getByLabel("Vertical axis").selectOption({ label: "Recall, ε = 0.1" });
  assert.match(await readText(titles.nth(0)), /^Build time \[s\] · log ?lower is better ←$/);
  assert.match(await readText(titles.nth(1)), /^Recall, ε = 0\.1 ?higher is better ↑$/);
  const scales = page.getByLabel("Scale");
  assert.deepEqual(await scales.nth(0).locator("option").allTextContents(), [
    "Logarithmic",
    "Linear",
  ]);
  for (const [scale, tick] of [
    ["logit", "0.99"],
    ["complement", "0.999"],
    ["linear", "0.8"],
  ] as const) {
    await scales.nth(1).selectOption(scale);
    await page.locator("[data-chart] .axis text", { hasText: new RegExp(`^${tick}$`) }).waitFor();
  }
  await waitForAddress(page, "x", "buildSeconds");
});

test("points that a scale cannot show or draws at its edge are counted beside the chart", async () => {
  const page = await openExplorer(site, "zh", "?xs=complement");
  assert.match(await readText(page.locator("[data-summary]")), /2 个点画在边上。/);
});

test("filters by k, kind, algorithm, machine, year, distance and minimum recall narrow the chart", async () => {
  const page = await openExplorer(site, "zh");
  await openFilters(page);
  const check = (group: string, name: string) =>
    page.getByRole("group", { name: group, exact: true }).getByLabel(name, { exact: true });
  await check("算法类别", "树").check();
  await settle(page);
  assert.deepEqual((await listDrawn(page)).sort(), [
    "annoy",
    "balltree-nmslib",
    "flann",
    "rpforest",
  ]);
  await check("算法", "annoy").check();
  assert.deepEqual(await listDrawn(page), ["annoy"]);
  const before = await countPoints(page);
  await page.getByLabel("召回率至少").fill("0.9");
  const after = await countPoints(page);
  assert.ok(after > 0 && after < before, `${after} of ${before}`);
  await page.getByRole("button", { name: "恢复默认" }).click();
  await page.getByLabel("近邻数 k").selectOption("100");
  await page.locator(".place", { hasText: "k = 100" }).waitFor();
  await page.getByLabel("近邻数 k").selectOption("10");
  await page.getByLabel("机器与年份").first().selectOption("vektonn-2022");
  await page.locator(".place", { hasText: "Vektonn 2022" }).waitFor();
  await page.getByLabel("机器与年份").first().selectOption("");
  await check("年份", "2022").check();
  await page.locator(".place", { hasText: "Vektonn 2022" }).waitFor();
  assert.ok(!(await listDrawn(page)).includes("annoy"));
  await page.getByLabel("距离").selectOption("hamming");
  await page.locator(".place", { hasText: "hamming" }).waitFor();
  const offered = await page
    .getByLabel("数据集", { exact: true })
    .locator("option")
    .allTextContents();
  assert.ok(offered.length >= 2 && offered.every((name) => name.includes("hamming")), `${offered}`);
});

test("the whole view lives in the address, and the address brings it back", async () => {
  const query =
    "?data=fashion-mnist-784-euclidean&run=milvus-2020-aws&run=hora-2021&min=0.9&x=qps&y=indexKb" +
    "&xs=linear&points=all&mark=annoy&panel=table&at=0.95";
  const page = await openExplorer(site, "en", query);
  assert.match(await readText(page.locator(".place")), /AWS.*[Hh]ora/);
  await page.getByLabel("Curves").check();
  assert.match(
    await readText(page.locator("[data-chart] .titles")),
    /Queries per second.*Index size/,
  );
  assert.equal(
    await page.locator(".curve:not(.dim)").first().getAttribute("data-algorithm"),
    "annoy",
  );
  await waitForAddress(page, "panel", null);
  const address = new URLSearchParams(new URL(page.url()).search);
  const wanted = new URLSearchParams(query);
  wanted.delete("panel");
  assert.deepEqual([...address].sort(), [...wanted].sort());
  await page.reload();
  await page.locator(".place", { hasText: "AWS" }).waitFor();
});

test("what an address names wrongly falls back, and the reader is told", async () => {
  const page = await openExplorer(site, "zh", "?data=nonsense&k=7&x=speed&at=2");
  const notes = await page.locator(".explorer > .note").allTextContents();
  assert.deepEqual(notes, [
    "网址里的 data=nonsense 无效，已换成默认值。",
    "网址里的 k=7 无效，已换成默认值。",
    "网址里的 x=speed 无效，已换成默认值。",
    "网址里的 at=2 无效，已换成默认值。",
  ]);
  assert.equal(await countPoints(page), 217);
});

test("the other language opens the same view", async () => {
  const page = await openExplorer(site, "zh");
  await page.getByLabel("刻度").first().selectOption("logit");
  await waitForAddress(page, "xs", "logit");
  await page.locator("a[data-twin]").click();
  await page.waitForURL(/\/en\/demos\/benchmarks\/\?.*xs=logit/);
  await page.locator("[data-explorer=ready]").waitFor();
  assert.equal(await page.getByLabel("Scale").first().inputValue(), "logit");
});

test("no page error, console error or foreign request came up", () => {
  assert.deepEqual(site.faults, []);
});

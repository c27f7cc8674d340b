import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { openSite, type PageOptions, type Site } from "./browser.ts";

let site: Site;
let gpuSite: Site;

before(async () => {
  site = await openSite();
  gpuSite = await openSite({ hasWebGpu: true });
});

after(async () => {
  await site?.close();
  await gpuSite?.close();
});

const CPU = ["brute-force", "inverted-file", "projection-forest", "hnsw"];

/** The page of the explorer, its live part unfolded and ready to listen. */
async function openLive(from: Site, lang: "zh" | "en", options?: PageOptions): Promise<Page> {
  const page = await from.open(`${lang}/demos/benchmarks/`, options);
  await page.locator("[data-live-fold] > summary").click();
  await page.locator("[data-live-state=idle]").scrollIntoViewIfNeeded();
  await page.waitForFunction(
    () =>
      !document.querySelector("[data-live-state]")?.closest("astro-island")?.hasAttribute("ssr"),
  );
  return page;
}

async function set(page: Page, values: Record<string, number>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    await page.locator(`[data-live-state] input[name=${name}]`).fill(String(value));
  }
}

const press = (page: Page, name: string): Promise<void> =>
  page.locator("[data-live-state]").getByRole("button", { name }).click();

async function readText(place: Locator): Promise<string> {
  return ((await place.textContent()) ?? "").trim();
}

const waitFor = (page: Page, state: string) =>
  page.locator(`[data-live-state=${state}]`).waitFor({ timeout: 90_000 });

test("a small run ends with rows for each algorithm and a line on the engine", async () => {
  const page = await openLive(site, "zh", { width: 360 });
  assert.equal(await page.locator("[data-contestant]").count(), 0, "nothing starts unasked");
  await set(page, { n: 500, d: 16 });
  await press(page, "开始测量");
  await waitFor(page, "done");
  for (const contestant of CPU) {
    assert.ok((await page.locator(`[data-contestant=${contestant}]`).count()) > 0, contestant);
  }
  const engine = await readText(page.locator("[data-live-engine]"));
  assert.match(engine, /引擎：JavaScript.*Worker.*历时.*WebGPU：未选，没有使用。/s);
  assert.match(engine, /召回率不低于 0\.95 的设置中，最快的是/);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
});

test("stop answers in the middle of a large run, and the next run works", async () => {
  const page = await openLive(site, "en");
  await set(page, { n: 20_000, d: 128 });
  await press(page, "Measure");
  await waitFor(page, "running");
  await page.waitForTimeout(500);
  await press(page, "Stop");
  await waitFor(page, "stopped");
  assert.match(await readText(page.locator("[data-live-engine]")), /^Stopped\./);
  await set(page, { n: 500, d: 8 });
  await press(page, "Measure");
  await waitFor(page, "done");
  assert.ok((await page.locator("[data-contestant=hnsw]").count()) > 0);
});

test("settings that cannot run get one sentence, and the button waits", async () => {
  const page = await openLive(site, "zh");
  await set(page, { n: 500, nlist: 512 });
  const fault = page.locator("[data-live-state] [role=alert] li");
  assert.equal(await readText(fault), "“倒排表数 nlist”（512）不能超过向量数 N（500）。");
  const button = page.locator("[data-live-state]").getByRole("button", { name: "开始测量" });
  assert.ok(await button.isDisabled());
  await set(page, { nlist: 64 });
  assert.ok(await button.isEnabled());
  assert.equal(await fault.count(), 0);
});

test("a slider moves by the arrow keys and says its value", async () => {
  const page = await openLive(site, "en");
  const slider = page.locator("[data-live-state]").getByRole("slider", { name: "Neighbours k" });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await slider.inputValue(), "11");
});

test("without an adapter the reader is told why WebGPU did not run, and the CPU did", async () => {
  const page = await openLive(site, "en");
  await set(page, { n: 500, d: 8 });
  await page.locator("input[value=brute-force-webgpu]").check();
  await press(page, "Measure");
  await waitFor(page, "done");
  assert.match(
    await readText(page.locator("[data-live-engine]")),
    /WebGPU: .*(no WebGPU|no usable GPU)/,
  );
  assert.equal(await page.locator("[data-contestant=brute-force-webgpu]").count(), 0);
  assert.ok((await page.locator("[data-contestant=brute-force]").count()) > 0);
});

test("the WebGPU kernel agrees with the CPU and finds every neighbour", async () => {
  const page = await openLive(gpuSite, "zh");
  await set(page, { n: 1000, d: 24 });
  for (const id of CPU.slice(1))
    await page.locator(`[data-live-state] input[value=${id}]`).uncheck();
  await page.locator("input[value=brute-force-webgpu]").check();
  await press(page, "开始测量");
  await waitFor(page, "done");
  const engine = await readText(page.locator("[data-live-engine]"));
  const error = /自检与 CPU 一致（最大相对误差 ([^）]+)）/.exec(engine)?.[1];
  assert.ok(Number(error) < 1e-4, engine);
  assert.match(engine, /用 CPU 模拟的显卡/);
  const rows = page.locator("[data-contestant=brute-force-webgpu]");
  assert.equal(await rows.count(), 2);
  for (const row of await rows.all()) assert.match(await readText(row), /1\.0000/);
});

test("no page error, console error or foreign request came up", () => {
  assert.deepEqual([...site.faults, ...gpuSite.faults], []);
});

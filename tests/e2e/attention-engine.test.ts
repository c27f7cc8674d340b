import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { loadModel, openAttention, openPanel, readText } from "./attention-page.ts";
import { openSite, type Site } from "./browser.ts";

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

/** Runs the ONNX engine on a device and gives the sentence on what came out. */
async function compare(page: Page, device: string): Promise<string> {
  await loadModel(page);
  const panel = await openPanel(page, "engine");
  await panel.getByLabel(device, { exact: true }).check();
  await panel.getByRole("button", { name: "Load and compare" }).click();
  await panel.locator("[data-engine-result], .fault").waitFor();
  return readText(panel.locator("[data-engine-result], .fault"));
}

test("the ONNX file on wasm agrees with the TypeScript engine within a thousandth", async () => {
  const page = await openAttention(site, "en");
  assert.match(await compare(page, "wasm (CPU)"), /Engine: ONNX on wasm.*within 1e-3, the same\.$/);
});

test("without an adapter the reader is told why, and wasm runs", async () => {
  const page = await openAttention(site, "en");
  assert.match(
    await compare(page, "WebGPU"),
    /not to be had \(no-.*wasm runs instead.*the same\.$/,
  );
});

test("the ONNX file on WebGPU agrees too", async () => {
  const page = await openAttention(gpuSite, "en");
  assert.match(
    await compare(page, "WebGPU"),
    /emulated on the CPU.*Engine: ONNX on WebGPU.*within 1e-3, the same\.$/,
  );
});

for (const [backend, said] of [
  ["wasm", /Engine: ONNX on wasm.*the same\.$/],
  ["webgpu", /not to be had \(no-.*wasm runs instead.*the same\.$/],
  ["typescript", /Engine: TypeScript in a Worker, since you chose it\..*nothing more loaded\.$/],
] as const) {
  test(`an address that asks for ${backend} opens the engines with it, and says what ran and why`, async () => {
    const page = await openAttention(site, "en", `?backend=${backend}`);
    await loadModel(page);
    const panel = page.locator("[data-panel=engine][open]");
    assert.equal(await panel.locator("input:checked").getAttribute("value"), backend);
    await panel.locator(".row > button").click();
    await panel.locator("[data-engine-result]").waitFor();
    assert.match(await readText(panel.locator("[data-engine-result]")), said);
    assert.match(await readText(page.locator("[data-status]")), /your choice/);
  });
}

test("a backend chosen on the page goes into the address, and an unknown one is named", async () => {
  const page = await openAttention(site, "zh", "?backend=cuda");
  await page.getByText("网址里的 backend=cuda 无效，已换成默认值。").waitFor();
  assert.equal(await page.locator("[data-panel=engine][open]").count(), 0);
  await loadModel(page);
  const panel = await openPanel(page, "engine");
  await panel.getByLabel("TypeScript", { exact: false }).check();
  await page.waitForFunction(() => location.search.includes("backend=typescript"));
});

test("a blocked runtime gets one sentence, and a retry in a fresh Worker works", async () => {
  const page = await openAttention(site, "en");
  await page.route("**/runtime/onnx/*", (route) => route.abort());
  assert.match(await compare(page, "wasm (CPU)"), /did not run: .*you can try again\.$/);
  await page.unroute("**/runtime/onnx/*");
  const panel = page.locator("[data-panel=engine]");
  await panel.getByRole("button", { name: "Load and compare" }).click();
  await panel.locator("[data-engine-result]").waitFor();
  assert.match(await readText(panel.locator("[data-engine-result]")), /the same\.$/);
  site.faults.splice(
    0,
    site.faults.length,
    ...site.faults.filter((one) => !/ERR_FAILED|Failed to fetch|no available backend/.test(one)),
  );
});

test("no page error, console error or foreign request came up", () => {
  assert.deepEqual([...site.faults, ...gpuSite.faults], []);
});

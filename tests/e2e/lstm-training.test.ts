import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { openSite, type PageOptions, type Site } from "./browser.ts";
import { readDownload, readText } from "./explorer-page.ts";
import { findFaults } from "./page-faults.ts";

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

// Small enough for WebGPU in software.
const tiny = "units=16&length=8&batch=2&steps=10&every=5";

async function openTraining(
  from: Site,
  lang: "zh" | "en",
  query = tiny,
  options?: PageOptions,
): Promise<Page> {
  const page = await from.open(`${lang}/demos/lstm/?${query}`, options);
  await page.locator("[data-training-page]").scrollIntoViewIfNeeded();
  await page.locator("[data-training-page=ready]").waitFor();
  return page;
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name, exact: typeof name === "string" }).click();

/** Waits for a state of the run, and for a step of it where one is named. */
async function waitFor(page: Page, phase: string, step?: number): Promise<void> {
  const at = step === undefined ? "" : `[data-step="${step}"]`;
  await page.locator(`[data-training=${phase}]${at}`).waitFor();
}

const readStatus = (page: Page): Promise<string> =>
  readText(page.locator("[data-training-status]"));

/** The losses of the table, by step. */
async function readLosses(page: Page): Promise<string[]> {
  const fold = page.locator("[data-loss] details");
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
  const rows = await page.locator("[data-loss] tbody tr").all();
  return Promise.all(
    rows.map(
      async (row) =>
        `${await readText(row.locator("th"))}: ${await readText(row.locator("td").first())}`,
    ),
  );
}

test("ten steps, a pause, one step, a rewind and the same steps again, on the CPU", async () => {
  const page = await openTraining(site, "zh", `${tiny}&backend=typescript`);
  await press(page, "开始训练");
  await waitFor(page, "paused", 10);
  assert.match(await readStatus(page), /引擎：TypeScript，在 Worker 里运行/);
  assert.equal(await page.locator("[data-samples] li").count(), 3);
  await press(page, "走一步");
  await waitFor(page, "paused", 11);
  const before = await readLosses(page);
  assert.equal(before.length, 11);
  await page.getByRole("slider", { name: "倒回到" }).fill("1");
  await press(page, "倒回到 第 5 步");
  await waitFor(page, "paused", 5);
  assert.equal((await readLosses(page)).length, 5);
  for (let step = 6; step <= 11; step++) {
    await press(page, "走一步");
    await waitFor(page, "paused", step);
  }
  assert.deepEqual(await readLosses(page), before);
});

for (const [engine, name, from] of [
  ["webgpu", "WebGPU", () => gpuSite],
  ["webgl", "WebGL", () => site],
  ["wasm", "wasm", () => site],
  ["typescript", "TypeScript", () => site],
] as const) {
  test(`forced to ${engine}, ten steps agree with the TypeScript core to two digits`, async () => {
    const page = await openTraining(from(), "en", `${tiny}&backend=${engine}`);
    await press(page, "Start training");
    await waitFor(page, "paused", 10);
    const status = await readStatus(page);
    assert.match(status, new RegExp(`Engine: ${name}`));
    if (engine !== "typescript") assert.match(status, /passed the self-test/);
    if (engine === "webgpu") assert.match(status, /emulated on the CPU/);
    const losses = await readLosses(page);
    await page.getByLabel("Engine", { exact: true }).selectOption("typescript");
    await press(page, "Stop");
    await waitFor(page, "stopped");
    await press(page, "Start over");
    await waitFor(page, "paused", 10);
    const wanted = await readLosses(page);
    for (const [i, loss] of losses.entries()) {
      const [seen, right] = [loss, wanted[i] ?? ""].map((text) => Number(text.split(": ")[1]));
      assert.ok(Math.abs((seen ?? 9) - (right ?? 0)) < 0.02, `${loss} is not ${wanted[i]}`);
    }
  });
}

test("without a GPU the choice falls on wasm, and each engine passed over has its reason", async () => {
  const page = await openTraining(site, "zh");
  await press(page, "开始训练");
  await waitFor(page, "paused", 10);
  const status = await readStatus(page);
  assert.match(status, /引擎：wasm/);
  assert.match(status, /没有用的引擎——WebGPU：(浏览器不支持|没有拿到显卡)/);
  assert.match(status, /WebGL：/);
  assert.match(status, /载入内核 4\d\d KiB/);
});

test("a WebGPU device that is destroyed in the middle hands the run to the next engine", async () => {
  const page = await openTraining(
    gpuSite,
    "zh",
    "units=16&length=8&batch=2&steps=200&every=5&backend=webgpu",
  );
  await press(page, "开始训练");
  await page.waitForFunction(
    () => Number(document.querySelector("[data-training]")?.getAttribute("data-step")) >= 6,
  );
  await press(page, "模拟设备丢失");
  await page.getByText("WebGPU 设备丢失，已换到").waitFor();
  await page.waitForFunction(
    () => Number(document.querySelector("[data-training]")?.getAttribute("data-step")) >= 40,
  );
  assert.match(
    await readStatus(page),
    /引擎：wasm.*WebGPU 设备丢失，已换到 wasm，从第 \d+ 步的存档接着训练/s,
  );
  await press(page, "停止");
  await waitFor(page, "stopped");
});

test("a lost wasm engine and a lost WebGL context are survived too", async () => {
  for (const [engine, next] of [
    ["wasm", "TypeScript"],
    ["webgl", "wasm"],
  ] as const) {
    const page = await openTraining(
      site,
      "en",
      `units=16&length=8&batch=2&steps=5000&backend=${engine}`,
    );
    await press(page, "Start training");
    await page.waitForFunction(
      () => Number(document.querySelector("[data-training]")?.getAttribute("data-step")) >= 2,
    );
    await press(page, "Simulate a lost device");
    await page.getByText(`device was lost; ${next} took over`).waitFor();
    await press(page, "Stop");
    await waitFor(page, "stopped");
    await page.context().close();
  }
});

test("the engine is changed in the middle of a run, and the run goes on", async () => {
  const page = await openTraining(
    site,
    "en",
    "units=16&length=8&batch=2&steps=5000&backend=typescript",
  );
  await press(page, "Start training");
  await waitFor(page, "running");
  await page.getByLabel("Engine", { exact: true }).selectOption("wasm");
  await page.getByText("Engine: wasm").waitFor();
  await press(page, "Pause");
  await waitFor(page, "paused");
  const step = Number(await page.locator("[data-training]").getAttribute("data-step"));
  await press(page, "One step");
  await waitFor(page, "paused", step + 1);
});

test("a run is saved to a file and to the browser, and comes back from both", async () => {
  const page = await openTraining(site, "zh", `${tiny}&backend=typescript&cell=gru`);
  await press(page, "开始训练");
  await waitFor(page, "paused", 10);
  const losses = await readLosses(page);
  await press(page, "存进浏览器");
  await page.getByText("已存进这个浏览器。").waitFor();
  const { name, bytes } = await readDownload(page, page.getByRole("button", { name: "存成文件" }));
  assert.equal(name, "gru-10.json");
  await page.reload();
  await page.locator("[data-training-page]").scrollIntoViewIfNeeded();
  await page.locator("[data-training-page=ready]").waitFor();
  await press(page, "从浏览器读回");
  await page.getByText("读入了一个训练到第 10 步的 GRU").waitFor();
  await press(page, "从第 10 步接着训练");
  await waitFor(page, "paused", 20);
  const later = await readLosses(page);
  const bits = (line: string | undefined): number => Number(line?.split(": ")[1]);
  assert.ok(bits(later[0]) < bits(losses[0]), "it starts with what it had learned");
  await press(page, "停止");
  await waitFor(page, "stopped");
  const file = { name, mimeType: "application/json", buffer: bytes };
  await page.locator("[data-model-file]").setInputFiles(file);
  await page.getByText("读入了一个训练到第 10 步的 GRU").waitFor();
  const damaged = { ...file, buffer: bytes.subarray(0, 400) };
  await page.locator("[data-model-file]").setInputFiles(damaged);
  await page.getByText("读不懂这个模型文件：").waitFor();
});

test("a text that is too short or no text gets one sentence, and nothing typed is lost", async () => {
  const page = await openTraining(site, "zh");
  const box = page.getByLabel("训练文本");
  await box.fill("太短了。");
  await press(page, "开始训练");
  const fault = page.locator("[data-training-fault]");
  await fault.waitFor();
  assert.match(await readText(fault), /文本太短：有 4 个字符.*至少要 \d+ 个/);
  assert.equal(await box.inputValue(), "太短了。");
  await box.fill("");
  await press(page, "开始训练");
  await page.getByText("请先输入一段文本。").waitFor();
  await box.fill("山高水长。");
  const buffer = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  const picture = { name: "a.png", mimeType: "image/png", buffer };
  await page.locator("[data-text-file]").setInputFiles(picture);
  await page.getByText("这个文件不是文本").waitFor();
  assert.equal(await box.inputValue(), "山高水长。");
  await page.locator("a[data-twin]").first().click();
  await page.locator("[data-training-page]").scrollIntoViewIfNeeded();
  await page.locator("[data-training-page=ready]").waitFor();
  assert.equal(await page.getByLabel("Text to train on").inputValue(), "山高水长。");
  assert.equal(new URL(page.url()).searchParams.get("units"), "16", "the settings come along");
});

test("a GB 18030 file is read, trained on, and sampled from with a beginning of the reader's", async () => {
  const page = await openTraining(site, "zh", `${tiny}&backend=typescript`);
  // 山高 and 水长 in GB 18030, over and over.
  const bytes = Buffer.from(
    Array.from({ length: 60 }, () => [0xc9, 0xbd, 0xb8, 0xdf, 0xcb, 0xae, 0xb3, 0xa4]).flat(),
  );
  await page
    .locator("[data-text-file]")
    .setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: bytes });
  await page.getByText("240 个字符，4 种").waitFor();
  await press(page, "开始训练");
  await waitFor(page, "paused", 10);
  await page.getByLabel("开头（可空）").fill("山高");
  await press(page, "现在采样");
  await page.locator("[data-samples] mark", { hasText: "山高" }).waitFor();
});

test("the gradients of the three cells are measured, and the copy task trained, in the page", async () => {
  const page = await openTraining(site, "en", "units=16&length=16&batch=2");
  await page.getByRole("slider", { name: "Steps of training before" }).fill("10");
  await press(page, "Measure the three cells");
  await page.locator("[data-fades=done]").waitFor();
  assert.match(
    await readText(page.locator("[data-fades] figcaption")),
    /After 15 steps back.*RNN .*, GRU .*, LSTM /,
  );
  await page.getByRole("slider", { name: "Gap" }).fill("2");
  await page.locator("[data-copies]").getByRole("slider", { name: "Training steps" }).fill("50");
  await press(page, "Train the three cells");
  await page.locator("[data-copies=done]").waitFor();
  assert.match(
    await readText(page.locator("[data-copies] figcaption")),
    /^Success over a gap of 2: RNN [\d.]+%, GRU [\d.]+%, LSTM [\d.]+%\.$/,
  );
});

test("a long measurement stops when it is told to", async () => {
  const page = await openTraining(site, "zh");
  await page.getByRole("slider", { name: "间隔" }).fill("60");
  await press(page, "训练三种单元");
  await page.locator("[data-copies=running]").waitFor();
  await page.locator("[data-copies]").getByRole("button", { name: "停止" }).click();
  await page.locator("[data-copies=stopped]").waitFor();
});

test("the engines are timed against the TypeScript core", async () => {
  const page = await openTraining(site, "en");
  await press(page, "Time the engines");
  await page.locator("[data-speeds=done]").waitFor();
  assert.equal(await page.locator("[data-engine-speed]").count(), 4);
  assert.match(await readText(page.locator("[data-engine-speed=wasm]")), /wasm [\d.,]+ × [\d.]+/);
  assert.match(await readText(page.locator("[data-engine-speed=webgpu]")), /WebGPU: /);
});

test("the cell choice shows its equations and its parameter count", async () => {
  const page = await openTraining(site, "en", "");
  const counts: number[] = [];
  for (const [name, lines] of [
    ["RNN", 1],
    ["GRU", 4],
    ["LSTM", 6],
  ] as const) {
    await page.getByRole("radio", { name, exact: true }).check();
    assert.equal(await page.locator("[data-equations] li").count(), lines);
    const text = await readText(page.locator("[data-parameters]"));
    counts.push(Number(/^([\d,]+) parameters/.exec(text)?.[1]?.replaceAll(",", "")));
  }
  const [rnn = 0, gru = 0, lstm = 0] = counts;
  assert.ok(rnn > 0);
  assert.equal(gru - rnn, 2 * (64 * 32 + 64 * 64 + 64));
  assert.equal(lstm - gru, 64 * 32 + 64 * 64 + 64);
});

test("the three cells read the same text of the reader's, and the pointer turns all maps at once", async () => {
  const page = await openTraining(site, "en", `${tiny}&backend=typescript`);
  const panel = page.locator("[data-influences]");
  assert.equal(await panel.locator("[data-reading]").count(), 1); // the run of the build
  for (const cell of ["RNN", "GRU", "LSTM"]) {
    await page.locator(".training").getByLabel(cell, { exact: true }).check();
    await press(page, /^Start (training|over)$/);
    await waitFor(page, "paused", 10);
    await panel.getByLabel(/^Text to read/).fill("the boat, the ☃");
    await press(page, `Read with the ${cell} of step 10`);
    await panel.locator(`[data-reading=${cell.toLowerCase()}] [data-place="14"]`).waitFor();
    await page.locator("[data-influences=done]").waitFor();
    await press(page, "Stop");
    await waitFor(page, "stopped");
  }
  const maps = panel.locator("[data-influence-map]");
  assert.equal(await maps.count(), 3);
  const listMaps = () =>
    maps.evaluateAll((all) => all.map((one) => one.getAttribute("data-influence-map")));
  assert.deepEqual(await listMaps(), ["14", "14", "14"]);
  assert.equal(await readText(maps.first().locator("[data-place='14']")), "□");
  await panel.locator("[data-reading=gru] [data-place='5']").hover();
  assert.deepEqual(await listMaps(), ["5", "5", "5"]);
  const said = await panel.locator("[data-influence]").allTextContents();
  assert.equal(new Set(said).size, 3);
  await page.locator("h1").hover();
  assert.deepEqual(await listMaps(), ["14", "14", "14"]);
});

test("the keyboard alone starts a run, pauses it and takes a step", async () => {
  const page = await openTraining(site, "en", `${tiny}&backend=typescript`);
  await page.getByRole("button", { name: "Start training" }).focus();
  await page.keyboard.press("Enter");
  await waitFor(page, "paused", 10);
  for (let i = 0; i < 20; i++) {
    const name = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (name === "One step") break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await waitFor(page, "paused", 11);
});

test("an address with values that are none gives the usual ones and says so", async () => {
  const page = await openTraining(site, "zh", "units=77777&backend=cuda");
  await page.getByText("网址里的 units=77777 无效，已换成默认值。").waitFor();
  await page.getByText("网址里的 backend=cuda 无效，已换成默认值。").waitFor();
});

test("a kernel file that does not arrive is told, and training goes on without it", async () => {
  const page = await openTraining(site, "zh");
  await page.context().route("**/*.wasm", (route) => route.fulfill({ status: 503, body: "" }));
  await press(page, "开始训练");
  await waitFor(page, "paused", 10);
  assert.match(await readStatus(page), /引擎：TypeScript.*wasm：文件没有取到/s);
});

test("without JavaScript the page shows a real run: loss, samples, gradients, copy task", async () => {
  const page = await site.open("zh/demos/lstm/", { hasJavaScript: false });
  assert.match(
    await readText(page.locator("[data-loss] figcaption")),
    /训练批次的损失从 [\d.]+ 到 [\d.]+ 比特\/字符/,
  );
  assert.ok((await page.locator("[data-samples] li").count()) >= 3);
  assert.match(await readText(page.locator("[data-fades] figcaption")), /LSTM/);
  assert.match(await readText(page.locator("[data-copies] figcaption")), /正确率：RNN/);
});

test("on a phone and a desk, both themes and languages, nothing sticks out and axe finds nothing", async () => {
  for (const [lang, theme] of [
    ["zh", "dark"],
    ["en", "light"],
  ] as const) {
    const page = await openTraining(site, lang, `${tiny}&backend=typescript`, {
      width: 360,
      theme,
    });
    await press(page, lang === "zh" ? "开始训练" : "Start training");
    await waitFor(page, "paused", 10);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>(".training details"))
        fold.open = true;
    });
    assert.deepEqual(await findFaults(page), [], `${lang}, ${theme}`);
    await page.context().close();
  }
});

test("the shipped model is loaded, and fine-tuned on a text of its kind", async () => {
  const page = await openTraining(site, "zh", "backend=wasm");
  await page.getByLabel("训练文本").fill("床前明月光，疑是地上霜。\n".repeat(40));
  await press(page, "微调本站的唐诗 LSTM（1 MB）");
  await page.getByText("读入了一个训练到第 0 步的 LSTM").waitFor();
  await press(page, "从第 0 步接着训练");
  await page.waitForFunction(
    () => Number(document.querySelector("[data-training]")?.getAttribute("data-step")) >= 3,
  );
  await press(page, "停止");
  await waitFor(page, "stopped");
  const first = Number((await readLosses(page))[0]?.split(": ")[1]);
  assert.ok(first < 9, `${first}: it begins far below a uniform guess, which takes 11.5 bits`);
});

test("stop answers in the middle of a step that takes long, and the run can go on", async () => {
  const page = await openTraining(
    site,
    "zh",
    "units=256&layers=2&batch=4&length=96&backend=typescript",
  );
  await press(page, "开始训练");
  await waitFor(page, "running");
  await press(page, "停止");
  await waitFor(page, "stopped");
  await page.getByRole("button", { name: /^从第 \d+ 步接着训练$/ }).waitFor();
});

test("one step can be taken before any training", async () => {
  const page = await openTraining(site, "en", `${tiny}&backend=typescript`);
  await press(page, "One step");
  await waitFor(page, "paused", 1);
});

test("on a phone everything that is tapped is at least 44 px high and wide", async () => {
  const page = await openTraining(site, "zh", `${tiny}&backend=typescript`, { width: 360 });
  await press(page, "走一步");
  await waitFor(page, "paused", 1);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll(".training :is(button, summary, select, input)")].flatMap(
      (control) => {
        const box = (control.closest("label") ?? control).getBoundingClientRect();
        const isSmall = box.height > 0 && (box.height < 43.9 || box.width < 43.9);
        return isSmall ? [`${control.textContent?.trim()} ${box.width} × ${box.height}`] : [];
      },
    ),
  );
  assert.deepEqual(small, []);
});

test("nothing but the page loads before the reader asks, and no fault came up", async () => {
  const page = await site.open("zh/demos/lstm/");
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  await page.locator("[data-training-page]").scrollIntoViewIfNeeded();
  await page.locator("[data-training-page=ready]").waitFor();
  assert.deepEqual(
    loaded.filter((url) => /wasm|tfjs|worker/.test(url)),
    [],
  );
  const isExpected = (fault: string) => /status of 503/.test(fault);
  assert.deepEqual(
    [...site.faults, ...gpuSite.faults].filter((fault) => !isExpected(fault)),
    [],
  );
});

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  listTokens,
  loadModel,
  openAttention,
  openPanel,
  readDownload,
  readText,
  settle,
  waitForAddress,
  writeText,
} from "./attention-page.ts";
import { openSite, type Site } from "./browser.ts";

let site: Site;

before(async () => {
  site = await openSite();
});

after(() => site?.close());

test("without JavaScript the page shows a real run: tokens, heads, matrix, steps, next characters", async () => {
  const page = await site.open("zh/demos/attention/", { hasJavaScript: false });
  assert.deepEqual((await listTokens(page)).slice(0, 3), ["↵", "白", "日"]);
  assert.ok((await page.locator(".heads button svg path").count()) > 10);
  assert.ok((await page.locator(".matrix svg .cell").count()) > 2);
  assert.match(
    await readText(page.locator("[data-readout]")),
    /权重 0\.\d+。这一行的和是 1\.000。/,
  );
  assert.match(await readText(page.locator("main")), /JavaScript/);
});

test("nothing large is loaded before the reader asks, and the button says how much it is", async () => {
  const page = await site.open("404.html");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${site.url}zh/demos/attention/`);
  await page.locator("[data-attention=ready]").waitFor();
  assert.ok(!asked.some((url) => /weights\.bin|\.wasm|model\.json/.test(url)), asked.join("\n"));
  assert.match(await readText(page.locator(".status .main")), /^加载模型（\d\.\d MB）$/);
  await loadModel(page);
  assert.ok(asked.some((url) => url.endsWith("tang-transformer/weights.bin")));
  assert.match(
    await readText(page.locator("[data-status]")),
    /引擎：TypeScript.*Worker.*\d ms，共加载 \d\.\d MB/,
  );
});

test("a first view's weights are those of the live run", async () => {
  const page = await openAttention(site, "zh");
  const before = await readText(page.locator("[data-readout]"));
  await loadModel(page);
  assert.equal(await readText(page.locator("[data-readout]")), before);
});

test("typed Chinese is tokenized by character, unknown ones are marked, and none becomes a replacement sign", async () => {
  const page = await openAttention(site, "zh");
  await loadModel(page);
  await writeText(page, "明月🚀来");
  assert.deepEqual(await listTokens(page), ["↵", "明", "月", "🚀", "来"]);
  assert.equal(await page.locator(".tokens button.unknown").count(), 1);
  assert.match(await readText(page.locator(".text .note")), /5 \/ \d+ 个词元.*字表里没有：🚀/);
  assert.doesNotMatch(await readText(page.locator("main")), /\uFFFD/);
});

test("letters of an unfinished input-method word are not run, the composed word is", async () => {
  const page = await openAttention(site, "zh");
  await loadModel(page);
  await writeText(page, "春");
  const area = page.locator(".input textarea");
  await area.focus();
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", {
    text: "ming",
    selectionStart: 4,
    selectionEnd: 4,
  });
  assert.equal(await area.inputValue(), "春ming");
  assert.deepEqual(await listTokens(page), ["↵", "春"]);
  await client.send("Input.insertText", { text: "明" });
  await page.locator(".tokens li").nth(2).waitFor();
  assert.deepEqual(await listTokens(page), ["↵", "春", "明"]);
});

test("English text runs on the English model, capitals, spaces and all", async () => {
  const page = await openAttention(site, "en");
  await page.getByLabel("Shakespeare (English)").check();
  await loadModel(page);
  await writeText(page, "To be");
  assert.deepEqual(await listTokens(page), ["↵", "T", "o", "␣", "b", "e"]);
  assert.equal(await page.locator(".tokens button.unknown").count(), 0);
  await waitForAddress(page, "model", "shakespeare");
});

test("text beyond the context is kept, cut for the model, and the reader is told", async () => {
  const page = await openAttention(site, "zh");
  await loadModel(page);
  const long = "山".repeat(80);
  await page.locator(".input textarea").fill(long);
  await page.getByText(/超出上下文的 \d+ 个字没有读。/).waitFor();
  assert.equal(await page.locator(".input textarea").inputValue(), long);
});

test("each step of one query is there, and a number of every kind is confirmed when worked out again", async () => {
  const page = await openAttention(site, "zh");
  await loadModel(page);
  await page.locator(".tokens button").nth(8).click();
  const check = page.locator("[data-check]");
  const verify = async (kind: string) => {
    await page.locator(`[data-check=${kind}] [data-verdict]`).waitFor();
    assert.equal(await check.locator("[data-verdict]").getAttribute("data-verdict"), "same", kind);
    assert.match(await readText(check.locator("[data-verdict]")), /重算得 .*一致。$/);
  };
  const strip = (label: RegExp) => page.getByRole("group", { name: label }).getByRole("button");
  await strip(/的 q$/).nth(2).click();
  await verify("query");
  await strip(/的 k$/).nth(3).click();
  await verify("key");
  const row = page.locator(".steps tbody tr").nth(4).getByRole("button");
  for (const [at, kind] of [
    [1, "score"],
    [2, "scaled"],
    [3, "weight"],
  ] as const) {
    await row.nth(at).click();
    await verify(kind);
  }
  await strip(/加权求和/)
    .nth(1)
    .click();
  await verify("output");
  await strip(/乘以输出矩阵/)
    .nth(5)
    .click();
  await verify("projection");
  await page.locator("tbody .number").first().click();
  await verify("logit");
});

test("keys of the matrix move the cell, the read-out follows, and the mask shows as −∞", async () => {
  const page = await openAttention(site, "zh");
  const matrix = page.getByRole("application");
  await matrix.press("Home");
  await matrix.press("ArrowUp");
  await matrix.press("ArrowRight");
  assert.match(await readText(page.locator("[data-readout]")), /^“流”看“白”/);
  await waitForAddress(page, "q", "11");
  for (let i = 0; i < 11; i++) await matrix.press("ArrowRight");
  assert.match(await readText(page.locator("[data-readout]")), /“流”看不到后面的“。”.*−∞/);
  await loadModel(page);
  await page.getByLabel("双向：前后都看").check();
  await page.locator("[data-readout]", { hasText: "权重" }).waitFor();
  assert.match(await readText(page.locator("[data-readout]")), /“流”看“。”：q·k = .*和是 1\.000/);
});

test("the lines show the same weights as the matrix", async () => {
  const page = await openAttention(site, "en", "?look=lines");
  assert.ok((await page.locator(".lines svg path.on").count()) > 0);
  const shown = await page.locator(".lines .keys .some small").allTextContents();
  const sum = shown.reduce((total, text) => total + Number(text), 0);
  assert.ok(sum > 0.8 && sum < 1.05, shown.join(" "));
});

test("a draw is repeatable by its seed, accepting writes it, undo takes it back, T = 0 is greedy", async () => {
  const page = await openAttention(site, "zh", "?seed=5");
  await loadModel(page);
  const draw = page.getByRole("button", { name: "抽一个" });
  await draw.click();
  const first = await readText(page.locator("[data-drawn]"));
  assert.match(first, /^抽到“.”。$/);
  await page.getByLabel("随机种子").fill("5");
  await page.getByLabel("随机种子").press("Enter");
  await draw.click();
  assert.equal(await readText(page.locator("[data-drawn]")), first);
  await page.getByLabel("温度 T").fill("0");
  await draw.click();
  const best = await readText(page.locator("tbody th button").nth(13));
  const greedy = await readText(page.locator("[data-drawn]"));
  const top = await page.locator("tbody tr.drawn th").first().textContent();
  assert.equal(greedy, `抽到“${top?.trim()}”。`, best);
  const count = (await listTokens(page)).length;
  await page
    .getByRole("button", { name: /^采纳“/ })
    .first()
    .click();
  await page.waitForFunction(
    (n) => document.querySelectorAll(".tokens li").length === n,
    count + 1,
  );
  await settle(page);
  await page.getByRole("button", { name: "撤销" }).click();
  await page.waitForFunction((n) => document.querySelectorAll(".tokens li").length === n, count);
  assert.equal(await page.locator(".input textarea").inputValue(), "白日依山尽，黄河入海流。");
});

test("top-k and top-p cut together, and what is left sums to one", async () => {
  const page = await openAttention(site, "en", "?top=5&p=0.9");
  await loadModel(page);
  const shares = await page.locator("tbody tr:has(.number) td:nth-child(5)").allTextContents();
  const kept = shares.map((text) => Number(text.replace("%", ""))).filter((share) => share > 0);
  assert.ok(kept.length >= 1 && kept.length <= 5, shares.join(" "));
  assert.ok(Math.abs(kept.reduce((a, b) => a + b, 0) - 100) < 0.4, shares.join(" "));
});

test("an acrostic begins its lines with the characters given, and unknown ones are refused by name", async () => {
  const page = await openAttention(site, "zh");
  await loadModel(page);
  const panel = await openPanel(page, "acrostic");
  await panel.getByLabel("藏头的字").fill("春江花月");
  await panel.getByLabel("五言").check();
  await panel.getByRole("button", { name: "写一首" }).click();
  const poem = panel.locator("[data-acrostic] p");
  await poem.nth(3).waitFor();
  const lines = await poem.allTextContents();
  assert.deepEqual(
    lines.map((line) => line.trim().at(0)),
    ["春", "江", "花", "月"],
  );
  for (const [i, line] of lines.entries())
    assert.match(line.trim(), i % 2 ? /^.{5}。$/ : /^.{5}，$/);
  await panel.getByLabel("藏头的字").fill("A月");
  await panel.getByRole("button", { name: "写一首" }).click();
  await panel.getByText("这些不能作句首：A").waitFor();
  assert.equal(await poem.count(), 4, "the poem before is kept");
});

test("zeroing a head, setting a weight and moving a token each change the output, and reset undoes them", async () => {
  const page = await openAttention(site, "zh");
  await loadModel(page);
  const panel = await openPanel(page, "edit");
  await panel.getByText("还没有改动").waitFor();
  await panel.getByRole("checkbox").check();
  await panel.getByText(/分布变了/).waitFor();
  await panel.getByRole("slider").fill("0.9");
  await panel.getByText(/改为 0\.900/).waitFor();
  await panel.getByRole("button", { name: /第 1 个词元 白/ }).press("ArrowRight");
  await waitForAddress(page, "order", "2.1.3.4.5.6.7.8.9.10.11.12");
  await settle(page);
  assert.deepEqual((await listTokens(page)).slice(1, 3), ["日", "白"]);
  assert.equal(await panel.locator("tbody tr").count(), 8);
  await panel.getByRole("button", { name: "全部还原" }).click();
  await panel.getByText("还没有改动").waitFor();
});

test("without positions shuffled tokens give shuffled rows to rounding, with them not", async () => {
  const page = await openAttention(site, "en");
  await loadModel(page);
  const panel = await openPanel(page, "positions");
  await panel.getByRole("button", { name: "Work it out" }).click();
  await panel.locator("[data-proof] tbody tr").nth(3).waitFor();
  const gaps = (await panel.locator("[data-proof] td").allTextContents()).map(Number);
  assert.ok((gaps[3] ?? 1) < 1e-3, gaps.join(" "));
  for (const gap of gaps.slice(0, 3)) assert.ok(gap > 0.1, gaps.join(" "));
});

test("every other folded part opens and shows numbers of the run", async () => {
  const page = await openAttention(site, "zh");
  await loadModel(page);
  const scale = await openPanel(page, "scale");
  await scale.locator("[data-toy-entropy]").nth(1).waitFor();
  await openPanel(page, "heads");
  const statistics = await openPanel(page, "statistics");
  await statistics.getByLabel("看前一个词元").check();
  await page.getByText(/突出 \d+ 个头/).waitFor();
  const lens = await openPanel(page, "lens");
  await lens.locator("[data-lens] tbody tr").nth(1).waitFor();
  const inside = await openPanel(page, "inside");
  await inside.locator("[data-stream] tbody tr").first().waitFor();
  const cache = await openPanel(page, "cache");
  await cache.getByRole("button", { name: "用你的文字实测" }).click();
  await cache.getByText(/最多差/).waitFor();
  const gap = /最多差 ([\d.e-]+)/.exec(await readText(cache.locator("[data-cache-measured]")))?.[1];
  assert.ok(Number(gap) < 1e-3, gap);
  const toy = await openPanel(page, "toy");
  const before = await readText(toy.locator("[data-toy-output]"));
  await toy.getByRole("slider", { name: "v 猫" }).press("ArrowUp");
  assert.notEqual(await readText(toy.locator("[data-toy-output]")), before);
});

test("the heads that follow the verse are found by measuring, with shares beside chance", async () => {
  const page = await openAttention(site, "zh");
  await loadModel(page);
  const panel = await openPanel(page, "poem");
  await panel.getByRole("button", { name: "开始量" }).click();
  const rows = panel.locator("[data-poem-heads] tbody tr");
  await rows.nth(11).waitFor();
  assert.match(
    await readText(panel.locator("[data-poem-summary]")),
    /^最突出的是第 \d 层第 \d 头。.*权重是 \d+%，均匀时只有 \d+%。$/,
  );
  const cells = await rows.first().locator("td").allTextContents();
  assert.match(cells[1] ?? "", /^\d+\.\d%$/);
  assert.match(cells[2] ?? "", /^\d+\.\d%$/);
});

test("two heads and two sentences compare with one hover over both", async () => {
  const page = await openAttention(site, "zh");
  await loadModel(page);
  const panel = await openPanel(page, "compare");
  const matrices = panel.getByRole("application");
  await matrices.nth(1).waitFor();
  await matrices
    .nth(1)
    .locator("svg")
    .hover({ position: { x: 40, y: 60 } });
  await panel.getByText(/“.”→“.”：左 \d\.\d{3}，右 \d\.\d{3}/).waitFor();
  await panel.getByLabel("两句话").check();
  await panel.getByText("红豆生南国").first().waitFor();
  await matrices.nth(1).waitFor();
});

test("a stored translation shows where each word looks, before and after training, without a model", async () => {
  const page = await openAttention(site, "zh");
  const panel = await openPanel(page, "translation");
  const written = panel.locator("[data-written]");
  await written.waitFor();
  assert.match(await readText(written), /第 1,500 步时，模型译成“老师昨天在图书馆吃了两个梨”/);
  await panel.getByRole("button", { name: "图书馆" }).click();
  assert.match(
    await readText(panel.locator("[data-translation]")),
    /最看重 library，.*正是所译的词/,
  );
  await panel.getByRole("radio", { name: "0", exact: true }).check();
  assert.doesNotMatch(await readText(written), /老师昨天在图书馆吃了两个梨/);
});

test("the search for a counter-example shows progress, answers a stop, and ends with a result", async () => {
  const page = await openAttention(site, "zh");
  await loadModel(page);
  const panel = await openPanel(page, "explanation");
  await panel.getByRole("button", { name: "搜索反例" }).click();
  await panel.getByRole("button", { name: "停止" }).click();
  await panel.getByText("已停止。").waitFor();
  await panel.getByRole("button", { name: "搜索反例" }).click();
  await panel.locator("[data-counter] p", { hasText: /换掉了|没有找到/ }).waitFor();
  const text = await readText(panel.locator("[data-counter] p").first());
  const moved = /预测只变了 ([\d.]+)%/.exec(text)?.[1];
  if (moved) assert.ok(Number(moved) < 5, text);
});

test("a view goes into the address and opens again from it; what is wrong there is told", async () => {
  const page = await openAttention(site, "zh");
  await page.locator(".input textarea").fill("春眠不觉晓，");
  await page.locator(".heads .grid button").nth(5).click();
  await waitForAddress(page, "text", "春眠不觉晓，");
  await page.waitForFunction(() => new URLSearchParams(location.search).has("h"));
  const url = new URL(page.url());
  const again = await openAttention(site, "en", url.search);
  assert.equal(await again.locator(".input textarea").inputValue(), "春眠不觉晓，");
  assert.equal(
    await again.locator(".heads .grid button").nth(5).getAttribute("aria-pressed"),
    "true",
  );
  const wrong = await openAttention(site, "en", "?t=hot&mask=none");
  await wrong.getByText("Invalid t=hot in the address").waitFor();
  await wrong.getByText("Invalid mask=none in the address").waitFor();
});

test("blocked weights get one clear sentence, the text stays, and a retry works", async () => {
  const page = await openAttention(site, "zh");
  await page.locator(".input textarea").fill("春眠不觉晓，");
  const pattern = "**/weights.bin";
  await page.route(pattern, (route) => route.abort());
  await page.locator(".status .main").click();
  await page.locator("[data-status=failed]").waitFor();
  assert.match(
    await readText(page.locator("[data-status]")),
    /^没有取到 .*weights\.bin：连接中断，请检查网络后重试。$/,
  );
  assert.equal(await page.locator(".input textarea").inputValue(), "春眠不觉晓，");
  await page.unroute(pattern);
  await loadModel(page);
  assert.equal((await listTokens(page)).length, 7);
  site.faults.splice(
    0,
    site.faults.length,
    ...site.faults.filter((one) => !one.includes("ERR_FAILED")),
  );
});

test("a load that is stopped says so and begins again", async () => {
  const page = await openAttention(site, "en");
  await page.route("**/weights.bin", () => undefined); // never answers
  await page.locator(".status .main").click();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByText("Stopped. Your text is kept.").waitFor();
  await page.unroute("**/weights.bin");
  await loadModel(page);
});

test("weights are handed out as CSV and PNG", async () => {
  const page = await openAttention(site, "en");
  const panel = await openPanel(page, "export");
  const csv = await readDownload(
    page,
    panel.getByRole("button", { name: "This head's weights as CSV" }),
  );
  const rows = csv.bytes.toString("utf8").trim().split("\n");
  assert.equal(rows.length, 14);
  const last = rows[13]?.split(",").slice(1).map(Number) ?? [];
  assert.ok(Math.abs(last.reduce((a, b) => a + b, 0) - 1) < 1e-4);
  const png = await readDownload(page, panel.getByRole("button", { name: "Matrix as PNG" }));
  assert.equal(png.bytes.toString("latin1", 1, 4), "PNG");
});

test("no page error, console error or foreign request came up", () => {
  assert.deepEqual(site.faults, []);
});

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { parseCsv } from "../../demos/benchmarks/csv.ts";
import { openSite, type Site } from "./browser.ts";
import { countPoints, openExplorer, readDownload, readText, settle } from "./explorer-page.ts";

let site: Site;

before(async () => {
  site = await openSite();
});

after(() => site?.close());

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("the CSV holds the points drawn, each with data set, k, machine, date, source and licence", async () => {
  const page = await openExplorer(site, "zh");
  const { name, bytes } = await readDownload(page, press(page, "CSV"));
  assert.equal(name, "ann-glove-100-angular.csv");
  const { records } = parseCsv(bytes.toString("utf8"));
  const [head, ...rows] = records.map(({ cells }) => cells);
  assert.ok(head);
  assert.equal(rows.length, await countPoints(page));
  for (const column of ["dataset", "k", "recall", "qps", "machine", "date", "source", "licence"]) {
    const place = head.indexOf(column);
    assert.ok(place >= 0, column);
    assert.ok(
      rows.every((cells) => cells[place] !== ""),
      column,
    );
  }
});

test("the SVG stands on its own: title, axes, every curve, key and source, no style from the page", async () => {
  const page = await openExplorer(site, "en");
  const { name, bytes } = await readDownload(page, press(page, "SVG"));
  assert.equal(name, "ann-glove-100-angular.svg");
  const svg = bytes.toString("utf8");
  assert.doesNotMatch(svg, /var\(--|class=|<script|style=/);
  const file = await site.open("404.html");
  const { texts, lines, isWell } = await file.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, "image/svg+xml");
    return {
      texts: [...root.querySelectorAll("text")].map((node) => node.textContent ?? ""),
      lines: root.querySelectorAll("path[stroke-width='1.6px']").length,
      isWell: root.querySelector("parsererror") === null,
    };
  }, svg);
  assert.ok(isWell);
  assert.ok(lines >= 11, `${lines} lines`);
  const all = texts.join("\n");
  for (const part of [
    "glove-100-angular, k = 10",
    "Queries per second [1/s] · log",
    "hnsw(nmslib)",
    "NGT-onng",
    "maumueller/ann-benchmarks-reproducibility",
    "MIT",
  ]) {
    assert.ok(all.includes(part), part);
  }
});

test("nothing written in an exported picture sticks out or overlaps, and small charts keep their names", async () => {
  const runs = ["ali", "aws", "azure", "local"].map((id) => `&run=milvus-2020-${id}`).join("");
  for (const query of [
    `?data=fashion-mnist-784-euclidean${runs}`,
    `?data=fashion-mnist-784-euclidean${runs}&facet=machines`,
  ]) {
    const page = await openExplorer(site, "en", query);
    await page.locator(".curve").nth(8).waitFor();
    const { bytes } = await readDownload(page, press(page, "SVG"));
    const { faults, titles } = await page.evaluate((text) => {
      const holder = document.body.appendChild(document.createElement("div"));
      holder.innerHTML = text;
      const root = holder.firstElementChild as SVGSVGElement;
      const frame = root.getBoundingClientRect();
      const own = [...root.querySelectorAll<SVGTextElement>(":scope > text")];
      const boxes = own.map((node) => node.getBoundingClientRect());
      const found = own.flatMap((node, i) => {
        const box = boxes[i] as DOMRect;
        const isOut = box.right > frame.right || box.bottom > frame.bottom;
        const isOver = boxes.some(
          (other, j) =>
            j > i &&
            box.left < other.right - 1 &&
            other.left < box.right - 1 &&
            box.top < other.bottom - 3 &&
            other.top < box.bottom - 3,
        );
        return isOut || isOver ? [node.textContent] : [];
      });
      holder.remove();
      return { faults: found, titles: own.map((node) => node.textContent) };
    }, bytes.toString("utf8"));
    assert.deepEqual(faults, [], query);
    const hasNames = titles.some(
      (title) =>
        title?.startsWith("Milvus, four machines 2020 (AWS) · 2020-03-18") &&
        !title.includes("vCPU"),
    );
    assert.equal(hasNames, query.includes("facet"), query);
  }
});

test("the PNG is the picture at twice its size", async () => {
  const page = await openExplorer(site, "zh");
  const svg = (await readDownload(page, press(page, "SVG"))).bytes.toString("utf8");
  const { name, bytes } = await readDownload(page, press(page, "PNG"));
  assert.equal(name, "ann-glove-100-angular.png");
  assert.equal(bytes.toString("latin1", 1, 4), "PNG");
  const width = Number(/ width="([\d.]+)"/.exec(svg)?.[1]);
  assert.equal(bytes.readUInt32BE(16), Math.floor(width) * 2);
  assert.ok(bytes.length > 20_000, `${bytes.length} bytes`);
});

test("the ranking and the scores are handed out as CSV too", async () => {
  const page = await openExplorer(site, "en", "?panel=fastest");
  const ranking = await readDownload(page, press(page, "CSV"));
  assert.equal(ranking.name, "ann-glove-100-angular-fastest.csv");
  assert.match(ranking.bytes.toString("utf8").split("\n")[1] ?? "", /,NGT-onng,.*,1877/);
  await page.getByLabel("Overall score").check();
  const scores = await readDownload(page, press(page, "CSV"));
  assert.equal(scores.name, "ann-scores.csv");
  assert.match(scores.bytes.toString("utf8"), /^algorithm,score,comparisons,datasets\n/);
});

const good = `algorithm,parameters,k-nn,qps,dataset,count
mine,"ef=10, M=8",0.91,3000,glove-100-angular,10
mine,"ef=50, M=8",0.97,1500,glove-100-angular,10
mine,ef=1,0.5,9000,my-set-64-euclidean,10
`;

async function putIn(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.locator("[data-own] input[type=file]").setInputFiles(file);
}

test("a CSV of the reader is drawn under its own machine, listed, filtered and removed", async () => {
  const page = await openExplorer(site, "zh");
  await page.getByText("放进自己的结果").click();
  await putIn(page, "mine.csv", good);
  await page.getByText("mine.csv：读入 3 行").waitFor();
  assert.match(
    await readText(page.locator("[data-legend]")),
    /mine\.csv.*你的机器（见文件）.*mine/,
  );
  await page.getByLabel("谁最快").check();
  assert.equal(await readText(page.locator("[data-fastest] .who b").first()), "mine");
  await page.getByLabel("曲线").check();
  await press(page, "移除").click();
  assert.equal(await page.locator('.curve[data-algorithm="mine"]').count(), 0);
});

test("a bad CSV gets one sentence with line and column, and nothing is lost", async () => {
  const page = await openExplorer(site, "en");
  await page.getByText("Add results of your own").click();
  await putIn(page, "mine.csv", good);
  await page.getByText("mine.csv: 3 rows").waitFor();
  const before = await countPoints(page);
  await putIn(page, "bad.csv", good.replace("0.97", "97"));
  const fault = page.locator("[data-own] [role=alert]");
  await page.waitForFunction(
    () => document.querySelector("[data-own] [role=alert]")?.textContent !== "",
  );
  assert.equal(
    await readText(fault),
    "Invalid k-nn: 97 is not between 0 and 1 (line 3, column 3).",
  );
  assert.equal(await countPoints(page), before);
  await putIn(page, "bad.csv", "a picture");
  await page.getByText("Missing column algorithm (line 1, column 1).").waitFor();
  await putIn(page, "bad.csv", good.replace("mine", "mended"));
  await page.getByText("bad.csv: 3 rows").waitFor();
  assert.equal(await readText(fault), "");
});

test("a file dropped on the page is read like a chosen one", async () => {
  const page = await openExplorer(site, "en");
  await page.getByText("Add results of your own").click();
  await page.locator("[data-own]").evaluate((place, text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "dropped.csv", { type: "text/csv" }));
    place.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
  }, good);
  await page.getByText("dropped.csv: 3 rows").waitFor();
});

test("blocked data leaves the chart as it is, says so in a sentence, and comes on a retry", async () => {
  const page = await openExplorer(site, "zh");
  const pattern = "**/data/benchmarks/*.bin";
  await page.route(pattern, (route) => route.abort());
  await page.getByLabel("数据集", { exact: true }).selectOption("sift-128-euclidean");
  const state = page.locator("[data-load=failed]");
  await state.waitFor();
  assert.match(
    await readText(state),
    /^没有取到 .*sift-128-euclidean\.bin：连接中断，请检查网络后重试。图上还是原来的数据。 ?重试$/,
  );
  assert.equal(await countPoints(page), 217);
  assert.match(await readText(page.locator(".place")), /^glove-100-angular/);
  await page.unroute(pattern);
  await press(page, "重试").click();
  await page.locator(".place", { hasText: "sift-128-euclidean" }).waitFor();
  await settle(page);
  site.faults.splice(
    0,
    site.faults.length,
    ...site.faults.filter((one) => !one.includes("ERR_FAILED")),
  );
});

test("a load that is stopped goes back to what is drawn", async () => {
  const page = await openExplorer(site, "en");
  await page.route("**/data/benchmarks/*.bin", () => undefined); // never answers
  await page.getByLabel("Data set", { exact: true }).selectOption("gist-960-euclidean");
  await press(page, "Stop").click();
  await page.getByText("Stopped loading; the chart still shows what it did.").waitFor();
  assert.equal(
    await page.getByLabel("Data set", { exact: true }).inputValue(),
    "glove-100-angular",
  );
});

test("no page error, console error or foreign request came up", () => {
  assert.deepEqual(site.faults, []);
});

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { openSite, type PageOptions, type Site } from "./browser.ts";
import { waitForAddress } from "./explorer-page.ts";
import { findFaults } from "./page-faults.ts";

let site: Site;

before(async () => {
  site = await openSite();
});

after(async () => {
  await site?.close();
});

async function openLstm(lang: "zh" | "en", query = "", options?: PageOptions): Promise<Page> {
  const page = await site.open(`${lang}/demos/lstm/${query}`, options);
  await page.locator("[data-lstm=ready]").waitFor();
  return page;
}

/** Presses the write button and waits for the end of the text. */
async function write(page: Page): Promise<void> {
  await page.locator("form button[type=submit]").click();
  await page.locator("[data-phase=written]").waitFor();
  await page.locator("[data-gates]").waitFor();
}

async function readText(place: Locator): Promise<string> {
  return ((await place.textContent()) ?? "").replace(/\s+/g, " ").trim();
}

/** The text as the page shows it, ↵ for a line end. */
async function readWritten(page: Page): Promise<string> {
  return (await page.locator("[data-text] button").allTextContents()).join("");
}

test("without JavaScript the page shows a stored text, its gates and its influence", async () => {
  for (const lang of ["zh", "en"] as const) {
    const page = await site.open(`${lang}/demos/lstm/`, { hasJavaScript: false });
    assert.ok((await readWritten(page)).length > 20);
    assert.equal(await page.locator("[data-gates] li").count(), 6);
    assert.match(await readText(page.locator("[data-summary]")), /\d/);
    assert.match(await readText(page.locator("[data-lstm] [data-influence]")), /\d/);
  }
});

test("nothing of a model is loaded before the reader asks, and the button says how much", async () => {
  const page = await openLstm("zh");
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => name.includes("models/")),
  );
  assert.deepEqual(loaded, []);
  assert.match(
    await readText(page.locator("form button[type=submit]")),
    /下载模型（\d+\.\d MB）并写/,
  );
});

test("the usual text written in the browser is the text stored in the page", async () => {
  const page = await openLstm("zh");
  const stored = await readWritten(page);
  await write(page);
  assert.equal(await readWritten(page), stored);
  assert.match(
    await readText(page.locator("[data-status]")),
    /写了 \d+ 个字，用时 .*每秒 [\d,]+ 字，首字 .* ms。引擎：.*模型 \d\.\d MB/,
  );
});

test("the same seed gives the same text on either engine, and another seed another text", async () => {
  const page = await openLstm("en", "?corpus=shakespeare&n=60");
  await write(page);
  const first = await readWritten(page);
  await page.locator("[data-lstm]").getByLabel("Random seed").fill("8");
  assert.match(await readText(page.locator("[data-status]")), /settings have changed/);
  await write(page);
  const second = await readWritten(page);
  assert.notEqual(second, first);
  await page.locator("[data-lstm]").getByLabel("Random seed").fill("7");
  await page.locator("[data-lstm]").getByText("JavaScript only").click();
  await write(page);
  assert.equal(await readWritten(page), first);
  assert.match(await readText(page.locator("[data-status]")), /plain JavaScript loops/);
});

test("a stopped text stays, and the page writes again", async () => {
  const page = await openLstm("zh", "?n=400&run=js&t=1.5");
  const bars = page.locator("[data-phase]");
  await page.evaluate(() => {
    const root = document.querySelector("[data-phase]");
    new MutationObserver(() => {
      if (root?.getAttribute("data-phase") !== "writing") return;
      if (document.querySelectorAll("[data-text] button").length === 0) return;
      const stop = document.querySelector<HTMLButtonElement>("form .actions button[type=button]");
      stop?.click();
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await page.locator("form button[type=submit]").click();
  await page.locator("[data-phase=stopped]").waitFor();
  const kept = (await readWritten(page)).length;
  assert.ok(kept > 0 && kept < 400, `${kept} characters`);
  assert.equal(await bars.count(), 1);
  assert.match(await readText(page.locator("[data-status]")), /已停下/);
});

test("every line of an acrostic begins with its character", async () => {
  const page = await openLstm("zh", "?mode=acrostic&heads=春夏秋冬");
  await write(page);
  const lines = (await readWritten(page)).split(/(?<=[，。？！；：])/).slice(0, 4);
  assert.equal(lines.map((line) => [...line][0]).join(""), "春夏秋冬");
});

test("an acrostic without heads cannot start and says why", async () => {
  const page = await openLstm("en", "?mode=acrostic");
  await page.getByLabel("Heads of the lines").fill("");
  assert.match(await readText(page.locator("form [role=alert]")), /at least one/);
  assert.ok(await page.locator("form button[type=submit]").isDisabled());
});

test("an unknown character is marked and counted, and what was typed stays", async () => {
  const page = await openLstm("zh", "?t=0");
  await page.getByLabel("开头", { exact: true }).fill("明😀月");
  await write(page);
  assert.match(await readWritten(page), /^明😀月/u);
  assert.equal(await page.locator("[data-text] button.unknown").count(), 1);
  assert.match(await readText(page.locator("[data-status]")), /字表里没有 😀（共 1 处）/u);
  assert.equal(await page.getByLabel("开头", { exact: true }).inputValue(), "明😀月");
});

test("what was typed for one corpus is there again after a look at the other", async () => {
  const page = await openLstm("zh");
  await page.getByLabel("开头", { exact: true }).fill("大江");
  await page.locator("[data-lstm]").getByText("莎士比亚", { exact: true }).click();
  assert.equal(await page.getByLabel("开头", { exact: true }).inputValue(), "ROMEO:\n");
  await page.locator("[data-lstm]").getByText("唐诗绝句", { exact: true }).click();
  assert.equal(await page.getByLabel("开头", { exact: true }).inputValue(), "大江");
});

test("another cell recolours the text, and the table lists its numbers", async () => {
  const page = await openLstm("zh");
  await write(page);
  const colours = () =>
    page
      .locator("[data-text] button")
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute("style")));
  const before = await colours();
  await page.locator("[data-cell][aria-pressed=false]").nth(1).click();
  await page.waitForFunction(
    (old) => document.querySelector("[data-text] button")?.getAttribute("style") !== old,
    before[0],
  );
  await page.getByText("逐字的数值表").click();
  const count = await page.locator("[data-text] button").count();
  assert.equal(await page.locator("[data-lstm] details[open] tbody tr").count(), count);
  await page.getByLabel(/细胞编号/).fill("11");
  await page.waitForFunction(() => location.search.includes("look=0.11"));
});

test("each gate of a character adds up again to what the network used", async () => {
  const page = await openLstm("en");
  await write(page);
  await page.locator("[data-at='3']").click();
  await page.locator("[data-check]").click();
  for (const part of ["i", "f", "g", "o", "c", "h"]) {
    await page.locator(`[data-gate=${part}]`).click();
    const result = await readText(page.locator("[data-check-result]"));
    const [, difference] = /difference ([\d.e+-]+)\./.exec(result) ?? [];
    assert.ok(Number(difference) < 1e-5, `${part}: ${result}`);
  }
  await page.locator("[data-gate=f]").click();
  await page.getByRole("button", { name: /^List all/ }).click();
  await page.waitForFunction(
    () => document.querySelectorAll("[data-check-table] tbody tr").length > 100,
  );
});

test("a forget gate held shut changes the text and costs bits, side by side", async () => {
  const page = await openLstm("en", "?corpus=shakespeare&n=60");
  await page.getByText("all cells of layer 1").click();
  await page.locator("[data-add-hold]").click();
  await page.getByRole("button", { name: "Write again with these held" }).click();
  await page.locator("[data-reference]").waitFor();
  const [free, held] = await page.locator("[data-reference] .sample").allTextContents();
  assert.ok(free && held && free !== held);
  const summary = await readText(page.locator("[data-reference] + p"));
  const [, bits, heldBits] = /needs ([\d.]+) bits.* one ([\d.]+)\./.exec(summary) ?? [];
  assert.notEqual(bits, heldBits);
  await waitForAddress(page, "hold", "f.0.all.0");
});

/** The place whose influence is drawn, and what is said of it. */
async function readMap(page: Page): Promise<[string | null, string]> {
  return [
    await page.locator("[data-lstm] [data-influence-map]").getAttribute("data-influence-map"),
    await readText(page.locator("[data-lstm] [data-influence]")),
  ];
}

const waitForMap = (page: Page, at: number): Promise<void> =>
  page.locator(`[data-lstm] [data-influence-map="${at}"]`).waitFor();

/** Points at a character; what is still being written above may move it from under the pointer. */
async function pointAt(page: Page, place: Locator, at: number): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    await page.mouse.move(0, 0);
    await place.hover();
    const isShown = page.locator(`[data-lstm] [data-influence-map="${at}"]`);
    if (
      await isShown.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      )
    )
      return;
  }
  assert.fail(`the map of character ${at} was not shown`);
}

test("the influence follows the pointer, and goes back to the chosen character without it", async () => {
  const page = await openLstm("zh");
  await write(page);
  await waitForMap(page, 6);
  const chosen = await readMap(page);
  const map = page.locator("[data-lstm] [data-influence-map]");
  for (const place of [map.locator('[data-place="10"]'), page.locator("[data-at='15']")]) {
    const at = Number((await place.getAttribute("data-place")) ?? 15);
    await pointAt(page, place, at);
    const [, pointed] = await readMap(page);
    assert.notEqual(pointed, chosen[1]);
    const character = (await readWritten(page))[at];
    assert.equal(await readText(page.locator("#influence")), `前面哪些字影响了“${character}”`);
    assert.equal(await page.locator("[data-text] [aria-current]").getAttribute("data-at"), "6");
    await page.locator("h1").hover();
    await waitForMap(page, 6);
    assert.deepEqual(await readMap(page), chosen);
  }
  assert.ok(!page.url().includes("at="));
});

test("a click on a character of the influence map chooses the one pointed at", async () => {
  const page = await openLstm("en");
  await write(page);
  const place = page.locator('[data-influence-map] [data-place="12"]').first();
  await pointAt(page, place, 12);
  const pointed = await readMap(page);
  await place.click();
  await page.locator("h1").hover();
  await page.locator('[data-at="12"][aria-current]').waitFor();
  await waitForMap(page, 12);
  assert.deepEqual(await readMap(page), pointed);
  await page.waitForFunction(() => location.search.includes("at=12"));
});

test("a pointer that sweeps along the text asks for its first and its last character, and shows the last", async () => {
  const page = await openLstm("en", "?corpus=shakespeare&n=400");
  await write(page);
  await waitForMap(page, 6);
  await page.evaluate(() => {
    const asked: number[] = [];
    const seen: (string | undefined)[] = [];
    Object.assign(window, { asked, seen });
    const send = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (order: { question?: string; ask: { at: number } }) {
      if (order.question === "influence") asked.push(order.ask.at);
      send.call(this, order);
    };
    const section = document.querySelector("[aria-labelledby=influence]") as Element;
    new MutationObserver(() => {
      const map = section.querySelector<HTMLElement>("[data-influence-map]");
      seen.push(map?.dataset["influenceMap"]);
    }).observe(section, { subtree: true, childList: true, attributes: true });
    const places = [...document.querySelectorAll("[data-lstm] [data-place]")].slice(0, 300);
    for (const one of places) one.dispatchEvent(new PointerEvent("pointerenter"));
  });
  await waitForMap(page, 299);
  const { asked, seen } = await page.evaluate(() => {
    const { asked, seen } = window as unknown as { asked: number[]; seen: string[] };
    return { asked, seen };
  });
  assert.deepEqual(asked, [0, 299]);
  assert.deepEqual(new Set(seen), new Set(["299"]));
});

test("the influence follows the focus in its map, and goes back when the focus leaves", async () => {
  const page = await openLstm("zh");
  await write(page);
  await waitForMap(page, 6);
  await page.locator("[data-lstm] [data-influence-map] [tabindex='0']").focus();
  await page.keyboard.press("ArrowRight");
  await waitForMap(page, 7);
  await page.keyboard.press("Home");
  await waitForMap(page, 0);
  await page.locator("[data-check]").focus();
  await waitForMap(page, 6);
});

test("on a touch screen a tap on the map chooses the character", async () => {
  const page = await openLstm("zh", "", { width: 360, isTouch: true });
  await write(page);
  const place = page.locator('[data-lstm] [data-place="9"]');
  const { width = 0, height = 0 } = (await place.boundingBox()) ?? {};
  assert.ok(width >= 44 && height >= 44, `${width} × ${height}`);
  await place.tap();
  await page.locator('[data-at="9"][aria-current]').waitFor();
  await waitForMap(page, 9);
});

test("the address restores settings and look, and names what is invalid", async () => {
  const query = "?corpus=shakespeare&text=HAMLET%3A&t=0.5&k=9&draw=42&n=50&look=0.9&part=f&at=2";
  const page = await openLstm("en", query);
  assert.equal(await page.getByLabel("Opening").inputValue(), "HAMLET:");
  await write(page);
  assert.match(await readWritten(page), /^HAMLET:/);
  await page.locator("[data-at='4']").click();
  await page.waitForFunction(() => location.search.includes("at=4"));
  const again = await openLstm("en", new URL(page.url()).search);
  await write(again);
  assert.equal(await readWritten(again), await readWritten(page));
  const broken = await openLstm("zh", "?t=99&corpus=klingon");
  const notes = await broken.locator(".lstm > .note[role=status]").allTextContents();
  assert.equal(notes.length, 2);
  assert.match(notes.join(""), /corpus=klingon 无效.*t=99 无效/s);
});

test("blocked weights give one clear sentence, and the retry works", async () => {
  const page = await site.open("zh/demos/lstm/", {});
  await page.locator("[data-lstm=ready]").waitFor();
  await page.route("**/weights.bin", (route) => route.abort());
  await page.getByLabel("开头", { exact: true }).fill("江");
  await page.locator("form button[type=submit]").click();
  await page.locator("[data-phase=failed]").waitFor();
  assert.match(await readText(page.locator(".status [role=alert]")), /没有取到 .*weights\.bin/);
  assert.equal(await page.getByLabel("开头", { exact: true }).inputValue(), "江");
  await page.unroute("**/weights.bin");
  await page.getByRole("button", { name: "重试" }).click();
  await page.locator("[data-phase=written]").waitFor();
  assert.match(await readWritten(page), /^江/);
});

test("LSTM and transformer write side by side, with measured speeds", async () => {
  const page = await openLstm("en", "?n=30");
  await page.locator("[data-start-duel]").click();
  await page.locator("[data-duel=done]").waitFor();
  for (const side of ["lstm", "transformer"]) {
    assert.match(
      await readText(page.locator(`[data-speed=${side}]`)),
      /^[\d,]+ characters per second$/,
    );
    assert.equal((await page.locator(`[data-sample=${side}]`).textContent())?.length, 30);
  }
  assert.match(await readText(page.locator("[data-duel-summary]")), /times as fast/);
});

test("the keyboard alone writes a text, walks along it and checks a gate", async () => {
  const page = await openLstm("zh");
  await page.locator("form button[type=submit]").focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-phase=written]").waitFor();
  await page.locator("[data-text] [tabindex='0']").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-at")), "1");
  await page.keyboard.press("ArrowDown");
  const place = await page.evaluate(() => document.activeElement?.getAttribute("data-at"));
  assert.ok(Number(place) > 1);
  await page.locator("[data-check]").focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-check-result]").waitFor();
});

for (const [lang, theme] of [
  ["zh", "dark"],
  ["en", "light"],
] as const) {
  test(`${lang}, ${theme}: nothing is inaccessible or too wide, written text and all`, async () => {
    const page = await openLstm(lang, "", { width: 360, theme, isTouch: true });
    await write(page);
    await page.locator("[data-check]").click();
    await page.locator("[data-check-result]").waitFor();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("main details")) {
        details.setAttribute("open", "");
      }
    });
    assert.deepEqual(await findFaults(page), []);
  });
}

test("no page of these tests reported a fault or asked another origin", () => {
  const expected = /weights\.bin|Failed to load resource/;
  assert.deepEqual(
    site.faults.filter((fault) => !expected.test(fault)),
    [],
  );
});

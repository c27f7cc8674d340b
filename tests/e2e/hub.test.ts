import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openSite, type Site } from "./browser.ts";
import { waitForAddress } from "./explorer-page.ts";
import { type Mirror, serveMirror } from "./model-mirror.ts";
import { findOverflow, findViolations } from "./page-faults.ts";

const lookUp = (page: Page) => page.locator(".hub button[type=submit]").click();
const run = (page: Page) => page.locator("[data-run]").click();
const readState = async (page: Page) =>
  ((await page.locator("[data-state]").textContent()) ?? "").trim();

async function openHub(site: Site, query = "", lang = "zh", width = 1280): Promise<Page> {
  const page = await site.open(`${lang}/demos/hub/${query}`, { width });
  await page.locator(".hub[data-live=true]").waitFor();
  return page;
}

describe("a model from the hub", () => {
  let site: Site;
  let mirror: Mirror;
  before(async () => {
    site = await openSite();
    mirror = await serveMirror("public/models");
  });
  after(async () => {
    await site.close();
    await mirror.close();
  });

  test("asks for no model file before the reader does, then tells the size, then runs", async () => {
    const page = await openHub(site);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.waitForTimeout(500);
    assert.deepEqual(
      asked.filter((path) => /models|runtime/.test(path)),
      [],
    );
    await lookUp(page);
    await page.locator("[data-total]").waitFor();
    const sizes = await page.locator(".hub table").first().textContent();
    assert.match(sizes ?? "", /onnx\/model.*\.onnx[\d.]+ MB/);
    assert.equal(
      asked.some((path) => path.includes("runtime")),
      false,
    );
    await run(page);
    await page.locator("[data-status]").waitFor();
    const status = (await page.locator("[data-status]").textContent()) ?? "";
    assert.match(status, /引擎：wasm（CPU）/);
    const fault = Number(/最多差 ([\d.e+-]+)/.exec(status)?.[1]);
    assert.ok(fault < 1e-4, status);
    await page.locator(".hub [role=application]").focus();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowUp");
    assert.match(
      (await page.locator(".hub [aria-live]").textContent()) ?? "",
      /看“.*”：[01]\.\d{4}/,
    );
    assert.deepEqual(site.faults, []);
  });

  test("takes the model from a mirror whose address the reader set, and from nowhere else", async () => {
    const query = new URLSearchParams({
      from: "mirror",
      host: mirror.url,
      model: "owner/tang-transformer",
    });
    const page = await openHub(site, `?${query}`, "en");
    assert.equal(mirror.asked.length, 0);
    await lookUp(page);
    await page.locator("[data-total]").waitFor();
    await run(page);
    await page.locator("[data-status]").waitFor();
    assert.ok(mirror.asked.some((path) => path.endsWith("/onnx/model.onnx")));
    assert.deepEqual(
      site.faults.filter((fault) => !fault.includes(mirror.url)),
      [],
    );
    site.faults.length = 0;
  });

  test("says in one sentence that the hub is blocked, keeps the form, and goes on with this site", async () => {
    const page = await openHub(site, "?from=hub&model=owner/model&text=abc");
    await page.route("https://huggingface.co/**", (route) => route.abort());
    await lookUp(page);
    await page.locator('[data-phase="failed"]').waitFor();
    assert.match(await readState(page), /^没有从 https:\/\/huggingface\.co\/ 取到文件：.+。$/);
    await page.getByText("本站文件夹", { exact: true }).click();
    await page.getByLabel("模型 id").fill("tang-transformer");
    await lookUp(page);
    await page.locator("[data-total]").waitFor();
    assert.equal(await page.getByLabel("文字").inputValue(), "abc");
    await waitForAddress(page, "from", null);
    site.faults.length = 0;
  });

  test("names what is wrong with an id, an address, an empty and a long text", async () => {
    const page = await openHub(site, "?model=a/b/c", "en");
    await lookUp(page);
    assert.match(await readState(page), /^Invalid model id/);
    await page.getByLabel("Model id").fill("tang-transformer");
    await page.getByText("A mirror", { exact: true }).click();
    await page.getByLabel("Address of the mirror").fill("http://mirror.example");
    await lookUp(page);
    assert.match(await readState(page), /^Invalid address of the mirror/);
    await page.getByText("A folder of this site", { exact: true }).click();
    await lookUp(page);
    await page.locator("[data-total]").waitFor();
    await page.getByLabel("Text").fill(" ");
    await run(page);
    assert.match(await readState(page), /^The text is empty/);
    await page.getByLabel("Text").fill("山".repeat(80));
    await run(page);
    await page.locator('[data-phase="failed"]').waitFor();
    assert.match(await readState(page), /^The text is too long/);
    assert.deepEqual(site.faults, []);
  });

  test("is accessible and as wide as a phone, in both themes, before and after a run", async () => {
    const page = await openHub(site, "", "zh", 360);
    for (const isRun of [false, true]) {
      if (isRun) {
        await lookUp(page);
        await page.locator("[data-total]").waitFor();
        await run(page);
        await page.locator("[data-status]").waitFor();
      }
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await findViolations(page), []);
        assert.deepEqual(await findOverflow(page), []);
      }
    }
  });

  test("is the only page whose policy lets it reach another server", () => {
    const open = globSync("**/*.html", { cwd: "dist" }).filter((file) => {
      const html = readFileSync(join("dist", file), "utf8");
      const policy = /http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
      const sources = policy
        .split(";")
        .filter((part) => /(connect|default|img|script|worker)-src/.test(part));
      assert.ok(sources.length > 0, file);
      return sources.some((part) => /https?:/.test(part));
    });
    const paths = open.map((file) => file.replaceAll("\\", "/")).sort();
    assert.deepEqual(paths, ["en/demos/hub/index.html", "zh/demos/hub/index.html"]);
  });
});

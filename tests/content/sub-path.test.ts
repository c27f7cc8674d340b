import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { provideChromium } from "../../scripts/chromium.ts";
import { copyProject } from "../../scripts/project-copy.ts";
import { serveFolder } from "../../scripts/static-server.ts";

const base = "/reading/room/";
const { root, remove } = copyProject();
const dist = join(root, "dist");

before(() => {
  rmSync(join(root, "src/pages/og"), { recursive: true }); // a third of the time, and no address
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.ts"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, BASE: base, SITE: "https://patterns.example" },
  });
  assert.equal(status, 0, stderr);
});
after(remove);

test("every address of a site below a sub-path starts with that path", () => {
  for (const file of globSync("**/*.html", { cwd: dist })) {
    const html = readFileSync(join(dist, file), "utf8");
    for (const [, address = ""] of html.matchAll(/\s(?:href|src)="(\/[^"]*)"/g)) {
      assert.ok(address.startsWith(base), `${file}: ${address}`);
    }
  }
});

test("canonical links name the published address and the sub-path", () => {
  const html = readFileSync(join(dist, "zh/patterns/weight-sharing/index.html"), "utf8");
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
  assert.equal(canonical, `https://patterns.example${base}zh/patterns/weight-sharing/`);
});

test("search finds pages below a sub-path", async () => {
  const { url, close } = await serveFolder(dist, { base });
  const browser = await chromium.launch({
    executablePath: provideChromium(),
    args: ["--no-sandbox"],
  });
  const page = await browser.newPage();
  await page.goto(`${url}zh/search/?q=${encodeURIComponent("权重共享")}`);
  await page.waitForSelector('main [data-search-state="done"]');
  const first = await page.locator("main a[data-result]").first().getAttribute("href");
  assert.equal(first, `${base}zh/patterns/weight-sharing/`);
  await browser.close();
  await close();
});

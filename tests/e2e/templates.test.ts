import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { languages } from "../../src/site/languages.ts";
import { openSite, type Site } from "./browser.ts";
import { findOverflow, findViolations } from "./page-faults.ts";
import { templatePaths } from "./template-paths.ts";

const paths = [
  ...languages.flatMap((lang) =>
    Object.entries(templatePaths).map(([name, path]) => ({
      name: `${name} page in ${lang}`,
      path: `${lang}/${path}`,
    })),
  ),
  { name: "page of an unknown address", path: "404.html" },
  { name: "front door", path: "" },
];
const views = [
  { theme: "light", width: 1280 },
  { theme: "dark", width: 1280 },
  { theme: "light", width: 360 },
  { theme: "dark", width: 360 },
] as const;

describe("every template", () => {
  let site: Site;
  let page: Page;
  before(async () => {
    site = await openSite();
    page = await site.open("404.html");
  });
  beforeEach(() => {
    site.faults.length = 0;
  });
  after(() => site.close());

  for (const { name, path } of paths) {
    test(`${name}: accessible in both themes, as wide as the screen, from this site alone`, async () => {
      if (path === "") page = await openFrontDoor(site);
      else await page.goto(site.url + path, { waitUntil: "load" });
      for (const { theme, width } of views) {
        await page.emulateMedia({ colorScheme: theme });
        await page.setViewportSize({ width, height: 800 });
        assert.deepEqual(await findOverflow(page), [], `${theme}, ${width} px`);
        const isNeeded = (theme === "light") === (width === 1280); // each once, since axe is slow
        if (isNeeded) assert.deepEqual(await findViolations(page), [], `${theme}, ${width} px`);
      }
      assert.deepEqual(site.faults, []);
    });
  }
});

/** The front door opens the home page at once; without its script it stays to be seen. */
async function openFrontDoor(site: Site): Promise<Page> {
  const page = await site.open("404.html");
  await page.route("**/*.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "" }),
  );
  await page.goto(site.url, { waitUntil: "load" });
  return page;
}

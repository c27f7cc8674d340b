import type { Page } from "playwright-core";
import { openSite } from "../../tests/e2e/browser.ts";

const pointCount = 5000;

export interface ExplorerMeasure {
  what: string;
  medianMs: number;
  worstMs: number;
}

/** Times redrawing and hovering with 5,000 points drawn, from a file put in by the reader. */
export async function measureExplorer(): Promise<ExplorerMeasure[]> {
  const site = await openSite();
  const page = await site.open("zh/demos/benchmarks/?points=all");
  await page.waitForSelector('[data-explorer="ready"]');
  await putInRows(page);
  const scale = page
    .locator("select")
    .filter({ has: page.locator('option[value="logit"]') })
    .first();
  const rows = [
    await timeChanges(page, "axis change to paint", (i) =>
      scale.evaluate(
        (element, value) => {
          const select = element as HTMLSelectElement;
          select.value = value;
          select.dispatchEvent(new Event("change", { bubbles: true }));
        },
        i % 2 === 0 ? "logit" : "linear",
      ),
    ),
    await timeChanges(page, "filter change to paint", (i) =>
      page
        .locator('details input[type="range"]')
        .first()
        .evaluate(
          (element, value) => {
            const input = element as HTMLInputElement;
            input.value = value;
            input.dispatchEvent(new Event("input", { bubbles: true }));
          },
          String(i % 2 === 0 ? 0.5 : 0),
        ),
    ),
    await timeHover(page),
  ];
  await site.close();
  return rows;
}

/** A file of seeded points that lie like curves: more queries per second cost recall. */
async function putInRows(page: Page): Promise<void> {
  const lines = ["algorithm,parameters,k-nn,qps,dataset,count"];
  for (let i = 0; i < pointCount; i++) {
    const algorithm = `own-${i % 20}`;
    const step = Math.floor(i / 20);
    const recall = 1 - 0.9 * Math.exp(-step / 60);
    const qps = (40_000 / (1 + step)) * (1 + (i % 7) / 7);
    lines.push(
      `${algorithm},ef=${step},${recall.toFixed(5)},${qps.toFixed(2)},glove-100-angular,10`,
    );
  }
  for (const summary of await page.locator(".explorer > details > summary").all()) {
    await summary.click();
  }
  const buffer = Buffer.from(lines.join("\n"));
  const file = { name: "own.csv", mimeType: "text/csv", buffer };
  await page.locator('[data-own] input[type="file"]').setInputFiles(file);
  await page.waitForSelector("[data-own] li");
}

async function timeChanges(
  page: Page,
  what: string,
  change: (i: number) => Promise<unknown>,
): Promise<ExplorerMeasure> {
  const times: number[] = [];
  for (let i = 0; i < 11; i++) {
    // Counted in the page, from the event to the frame after the one that drew it.
    await page.evaluate(() => {
      const state = window as unknown as { started: number; painted: Promise<number> };
      state.painted = new Promise((resolve) => {
        const begin = () => {
          state.started = performance.now();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - state.started)));
        };
        document.addEventListener("change", begin, { capture: true, once: true });
        document.addEventListener("input", begin, { capture: true, once: true });
      });
    });
    await change(i);
    times.push(
      await page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted),
    );
  }
  return summarize(what, times);
}

async function timeHover(page: Page): Promise<ExplorerMeasure> {
  const chart = page.locator('[role="application"]').first();
  await chart.scrollIntoViewIfNeeded();
  const times = await chart.evaluate(async (element) => {
    const box = element.getBoundingClientRect();
    const spent: number[] = [];
    for (let i = 0; i < 120; i++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const start = performance.now();
      const clientX = box.left + (box.width * i) / 120;
      const clientY = box.top + box.height * (0.2 + (0.6 * (i % 40)) / 40);
      const target = document.elementFromPoint(clientX, clientY) ?? element;
      const options = { bubbles: true, clientX, clientY, pointerType: "mouse" };
      target.dispatchEvent(new PointerEvent("pointermove", options));
      await Promise.resolve();
      element.getBoundingClientRect(); // lays out what the event changed
      spent.push(performance.now() - start);
    }
    return spent;
  });
  return summarize("work per hover event", times);
}

function summarize(what: string, times: number[]): ExplorerMeasure {
  const sorted = times.toSorted((a, b) => a - b);
  const round = (value: number) => Math.round(value * 10) / 10;
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return { what, medianMs: round(median), worstMs: round(sorted.at(-1) ?? Number.NaN) };
}

import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe has against the page as it stands. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ["violations"],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`),
    );
  });
}

/** What sticks out to the right of the page, or scrolls it sideways. */
export const findOverflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > width + 1,
    );
    return [
      "the page scrolls sideways",
      ...wide.slice(-5).map(({ outerHTML }) => outerHTML.slice(0, 120)),
    ];
  });

/**
 * What axe has against a page as it stands, and what sticks out of it there and 1280 px wide. Of a
 * figure in use the phone's view is enough for axe, which is slow: it reads every template on both.
 */
export async function findFaults(page: Page): Promise<string[]> {
  const faults = [...(await findOverflow(page)), ...(await findViolations(page))];
  await page.setViewportSize({ width: 1280, height: 900 });
  return [...faults, ...(await findOverflow(page)).map((fault) => `1280 px: ${fault}`)];
}

import type { Page } from "playwright-core";

export interface Weight {
  totalKiB: number;
  scriptKiB: number;
  styleKiB: number;
  requests: number;
}

/** Counts the bytes over the wire, as the browser saw them, until `act` and what it starts are done. */
export async function weighDuring(page: Page, act: () => Promise<void>): Promise<Weight> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const types = new Map<string, string>();
  const bytes = { all: 0, Script: 0, Stylesheet: 0 };
  session.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes.all += encodedDataLength;
    const type = types.get(requestId);
    if (type === "Script" || type === "Stylesheet") bytes[type] += encodedDataLength;
  });
  await act();
  await page.waitForLoadState("networkidle");
  await session.detach();
  return {
    totalKiB: toKiB(bytes.all),
    scriptKiB: toKiB(bytes.Script),
    styleKiB: toKiB(bytes.Stylesheet),
    requests: types.size,
  };
}

/** The weight of one page, loaded with a cold cache. */
export function weighPage(page: Page, url: string): Promise<Weight> {
  return weighDuring(page, async () => {
    await page.goto(url, { waitUntil: "load" });
  });
}

const toKiB = (bytes: number): number => Math.round((bytes / 1024) * 10) / 10;

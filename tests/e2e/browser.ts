import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { provideChromium } from "../../scripts/chromium.ts";
import { serveFolder } from "../../scripts/static-server.ts";

export interface PageOptions {
  width?: number; // CSS px
  theme?: "light" | "dark";
  hasJavaScript?: boolean;
  locale?: string;
  isTouch?: boolean;
}

/** The built site in a real browser. */
export interface Site {
  url: string; // with a slash at the end
  /** Opens a path of the site, e.g. `zh/patterns/`, in a context of its own. */
  open(path: string, options?: PageOptions): Promise<Page>;
  /** What went wrong on any page so far: page errors, console errors, requests to other origins. */
  faults: string[];
  close(): Promise<void>;
}

/** Serves dist/ and starts Chromium; `hasWebGpu` gives a software adapter. */
export async function openSite({ hasWebGpu = false }: { hasWebGpu?: boolean } = {}): Promise<Site> {
  const { url, close } = await serveFolder("dist");
  const browser: Browser = await chromium.launch({
    executablePath: provideChromium(),
    args: [
      "--no-sandbox",
      ...(hasWebGpu ? ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"] : []),
    ],
  });
  const faults: string[] = [];
  return {
    url,
    faults,
    async open(
      path,
      {
        width = 1280,
        theme = "light",
        hasJavaScript = true,
        locale = "zh-CN",
        isTouch = false,
      } = {},
    ) {
      const context: BrowserContext = await browser.newContext({
        viewport: { width, height: width < 600 ? 740 : 900 },
        colorScheme: theme,
        javaScriptEnabled: hasJavaScript,
        locale,
        hasTouch: isTouch,
        acceptDownloads: true,
      });
      context.setDefaultTimeout(90_000); // a machine under load is slow, not wrong
      const page = await context.newPage();
      watch(page, url, faults);
      await page.goto(url + path, { waitUntil: "load" });
      return page;
    },
    async close() {
      await browser.close();
      await close();
    },
  };
}

function watch(page: Page, url: string, faults: string[]): void {
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on("request", (request) => {
    const target = request.url();
    if (!target.startsWith(url) && !/^(data|blob):/.test(target))
      faults.push(`${page.url()}: request to ${target}`);
  });
}

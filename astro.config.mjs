import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { unified } from "@astrojs/markdown-remark";
import mdx from "@astrojs/mdx";
import sitemap from "@astrojs/sitemap";
import svelte from "@astrojs/svelte";
import { defineConfig } from "astro/config";
import { remarkPlugins } from "./src/markdown/pipeline.ts";
import { base, origin } from "./src/site/config.ts";
import { htmlLang } from "./src/site/languages.ts";
import { serveOrtFiles } from "./src/site/ort-files.ts";

// The one inline script: it must run before the first paint, so the policy lists its hash.
const themeScript = readFileSync(new URL("./src/client/set-theme.js", import.meta.url), "utf8");
const themeHash = createHash("sha256").update(themeScript).digest("base64");

export default defineConfig({
  site: origin,
  base,
  trailingSlash: "always",
  build: { format: "directory" },
  devToolbar: { enabled: false },
  integrations: [
    mdx(),
    svelte(),
    serveOrtFiles(),
    sitemap({
      i18n: { defaultLocale: "zh", locales: htmlLang },
      filter: (page) => !page.endsWith("/404/") && page !== new URL(base, origin).href, // the front door
    }),
  ],
  vite: { worker: { format: "es" } }, // workers load engines on demand
  markdown: {
    processor: unified({ remarkPlugins, gfm: false, smartypants: false }),
    shikiConfig: {
      themes: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
      defaultColor: false,
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self' blob:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      scriptDirective: {
        resources: ["'self'", "'wasm-unsafe-eval'"], // Pagefind and the wasm engines compile modules
        hashes: [`sha256-${themeHash}`],
      },
      styleDirective: { resources: ["'self'", "'unsafe-inline'"] }, // Shiki and Temml write attributes
    },
  },
});

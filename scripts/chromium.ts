import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { installDebianPackages } from "./apt.ts";

// The shell draws no window of its own and takes half the time.
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/** The path of a Chromium: $CHROMIUM, the system's, one installed now, or Playwright's own. */
export function provideChromium(): string {
  return findChromium() ?? installChromium();
}

/** The path of a Chromium that is here already. */
export function findChromium(): string | undefined {
  const given = process.env["CHROMIUM"];
  if (given) {
    if (!existsSync(given))
      throw new Error(`missing CHROMIUM: ${given}: unset it or correct the path`);
    return given;
  }
  for (const name of names) {
    const { status, stdout } = spawnSync("which", [name], { encoding: "utf8" });
    if (status === 0) return stdout.trim();
  }
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

function installChromium(): string {
  const isDebian = existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;
  if (isDebian) installDebianPackages("chromium-headless-shell", "fonts-noto-cjk");
  else {
    const installer = ["node_modules/playwright-core/cli.js", "install", "chromium"];
    execFileSync(process.execPath, installer, { stdio: "inherit" });
  }
  const path = findChromium();
  if (!path) throw new Error("missing Chromium: install it, or set CHROMIUM to its path");
  return path;
}

/** Checks the types of pages and of views, side by side. Ends with 1 when either has an error. */
import { spawn } from "node:child_process";

const commands = [
  ["node_modules/astro/bin/astro.mjs", "check", "--minimumSeverity", "error"],
  [
    "node_modules/svelte-check/bin/svelte-check",
    "--workspace",
    "demos",
    "--tsconfig",
    "./tsconfig.json",
    "--threshold",
    "error",
  ],
];

process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
const statuses = await Promise.all(
  commands.map(
    (args) =>
      new Promise((resolve) => {
        spawn(process.execPath, args, { stdio: "inherit" }).once("close", resolve);
      }),
  ),
);
process.exit(statuses.every((status) => status === 0) ? 0 : 1);

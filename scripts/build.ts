/** `npm run build`: checks the content, builds the pages into dist/ and indexes them for search. */
import { spawnSync } from "node:child_process";
import { checkContent } from "../src/check/content.ts";
import { formatFault } from "../src/site/fault.ts";

process.env["ASTRO_TELEMETRY_DISABLED"] = "1";

const faults = checkContent(process.cwd());
if (faults.length > 0) {
  for (const fault of faults) console.error(formatFault(fault));
  console.error(`content: ${faults.length} fault(s), nothing was built`);
  process.exit(1);
}
const { build } = await import("astro"); // after the switch above is set
await build({ logLevel: "error" });
const { status } = spawnSync(process.execPath, ["scripts/index-search.ts", "dist"], {
  stdio: "inherit",
});
process.exit(status ?? 1);

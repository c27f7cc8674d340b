/** Runs types, lint, content, unit tests, build, checks on the built site and browser tests. */
import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { provideChromium } from "./chromium.ts";

const count = { passed: 0, failed: 0 };
process.env["ASTRO_TELEMETRY_DISABLED"] = "1";

await runStep("Chromium", async () => {
  process.env["CHROMIUM"] = provideChromium();
});
await runCommand("types", "scripts/check-types.ts");
await runCommand("lint", "node_modules/@biomejs/biome/bin/biome", "ci", ".");
const [isBuilt] = await Promise.all([
  runCommand("content and build", "scripts/build.ts"),
  // In one process, since to start one for each file takes longer than the tests.
  runTests("unit tests", "tests/unit/**/*.test.ts", { isolation: "none" }),
]);
if (isBuilt) {
  // Three at once, since browsers and servers wait more than they compute.
  await runTests("built site", "tests/content/**/*.test.ts", { concurrency: 3 });
  await runTests("browser", "tests/e2e/**/*.test.ts", { concurrency: 3 });
}
console.log(`\n${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed === 0 ? 0 : 1);

function runCommand(name: string, ...args: string[]): Promise<boolean> {
  return runStep(name, async () => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    const output: Buffer[] = []; // held back, so that it stands together
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => output.push(chunk));
    const status = await new Promise((resolve) => child.once("close", resolve));
    process.stdout.write(Buffer.concat(output));
    if (status !== 0) throw new Error(`${name} failed with status ${status}`);
  });
}

async function runStep(name: string, step: () => Promise<void>): Promise<boolean> {
  console.log(`${name} …`);
  const start = performance.now();
  try {
    await step();
    count.passed += 1;
    console.log(`✔ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    count.failed += 1;
    console.error(`✖ ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

async function runTests(
  name: string,
  pattern: string,
  options: { isolation: "none" } | { concurrency: number },
): Promise<void> {
  console.log(`\n${name}`);
  const files = globSync(pattern).sort();
  const stream = run({ files, ...options });
  stream.on("test:pass", ({ details, skip, todo }) => {
    if (details.type === "suite") return;
    if (skip === undefined && todo === undefined) count.passed += 1;
    else count.failed += 1; // a test that does not run proves nothing
  });
  stream.on("test:fail", ({ details }) => {
    if (details.type !== "suite") count.failed += 1;
  });
  const output = stream.compose(spec);
  output.pipe(process.stdout, { end: false });
  await new Promise((resolve) => output.once("end", resolve));
}

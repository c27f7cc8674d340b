// Plain JavaScript for Node 20: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = `${root}/node_modules/.installed`;

/** Installs the packages of the lock file when they are missing or the lock file has changed. */
export function installWhenNeeded() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) fail(`invalid Node version: ${process.versions.node}: install Node 20 or newer`);
  const lock = createHash("sha256")
    .update(readFileSync(`${root}/package-lock.json`))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log("Installing packages …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) fail("npm ci failed: check the network, then run the command again");
  writeFileSync(stamp, lock);
}

/** Runs a script under the Node that the project brings; answers with its exit status. */
export function runWithOwnNode(...args) {
  const node = `${root}/node_modules/node/bin/node`;
  const ownNode = process.platform === "win32" ? `${node}.exe` : node;
  return spawnSync(existsSync(ownNode) ? ownNode : process.execPath, args, {
    cwd: root,
    stdio: "inherit",
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

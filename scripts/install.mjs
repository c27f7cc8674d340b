// Plain JavaScript for Node 20: it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const signals = ["SIGINT", "SIGTERM"];

/** Installs the packages of the lock file unless just these are here. */
export function installWhenNeeded() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) fail(`invalid Node version: ${process.versions.node}: install Node 20 or newer`);
  if (isInstalled()) return;
  console.log("Installing packages …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) fail("npm ci failed: check the network, then run the command again");
}

/**
 * Runs a script under the Node that the project brings and passes Ctrl-C and `kill` on to it.
 * Ends this process unless the script ended well.
 */
export async function runWithOwnNode(script) {
  const node = `${root}/node_modules/node/bin/node`;
  const ownNode = process.platform === "win32" ? `${node}.exe` : node;
  const command = existsSync(ownNode) ? ownNode : process.execPath;
  const child = spawn(command, [script], { cwd: root, stdio: "inherit" });
  const passOn = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, passOn);
  const [status, endedBy] = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (...how) => resolve(how));
  });
  for (const signal of signals) process.off(signal, passOn);
  if (endedBy) process.kill(process.pid, endedBy);
  if (status !== 0) process.exit(status ?? 1);
}

// npm notes what it has installed in a lock file of its own, last of all.
function isInstalled() {
  const noted = `${root}/node_modules/.package-lock.json`;
  if (!existsSync(noted)) return false;
  const [wanted, found] = [`${root}/package-lock.json`, noted].map(
    (file) => JSON.parse(readFileSync(file, "utf8")).packages,
  );
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional || found[path]?.version === version,
  );
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installWhenNeeded();

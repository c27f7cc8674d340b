import { spawnSync } from "node:child_process";

const patience = 300; // seconds for another apt-get to finish
const pause = 5; // seconds

/** Installs Debian packages as root. Throws with apt's own words when it cannot. */
export function installDebianPackages(...packages: string[]): void {
  runApt("update", "-qq");
  runApt("install", "-y", "-qq", "--no-install-recommends", ...packages);
}

// DPkg::Lock::Timeout waits for dpkg's lock alone; those of the lists and the archives fail at once.
function runApt(...args: string[]): void {
  for (let waited = 0; ; waited += pause) {
    const { status, stderr } = spawnSync(
      "apt-get",
      ["-o", `DPkg::Lock::Timeout=${patience}`, ...args],
      {
        stdio: ["ignore", "inherit", "pipe"],
        encoding: "utf8",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" },
      },
    );
    if (status === 0) return;
    const isLocked = /could not get lock/i.test(stderr);
    if (!isLocked || waited >= patience) throw new Error(`apt-get ${args[0]}: ${stderr.trim()}`);
    if (waited === 0) console.log("Waiting for another apt-get to finish …");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause * 1000);
  }
}

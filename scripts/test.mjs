// `npm test`: installs when needed, then runs every check under the project's own Node.
import { installWhenNeeded, runWithOwnNode } from "./install.mjs";

installWhenNeeded();
process.exit(runWithOwnNode("scripts/test.ts").status ?? 1);

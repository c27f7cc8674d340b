// `npm test`: installs when needed, then runs every check under the project's own Node.
import { installWhenNeeded, runWithOwnNode } from "./install.mjs";

installWhenNeeded();
await runWithOwnNode("scripts/test.ts");

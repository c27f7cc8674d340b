// `npm start`: installs when needed, builds the site and serves it until Ctrl-C.
import { installWhenNeeded, runWithOwnNode } from "./install.mjs";

installWhenNeeded();
await runWithOwnNode("scripts/check-port.ts"); // before the build, not after a minute of it
await runWithOwnNode("scripts/build.ts");
await runWithOwnNode("scripts/serve.ts");

// `npm start`: installs when needed, builds the site and serves it until Ctrl-C.
import { installWhenNeeded, runWithOwnNode } from "./install.mjs";

installWhenNeeded();
process.on("SIGINT", () => {}); // the child answers Ctrl-C and ends; this process then follows it
for (const script of ["scripts/build.ts", "scripts/serve.ts"]) {
  const { status } = runWithOwnNode(script);
  if (status !== 0) process.exit(status ?? 0);
}

/** `npm run serve`: serves dist/ on 127.0.0.1, at PORT or 4321, until Ctrl-C. */
import { existsSync } from "node:fs";
import { base } from "../src/site/config.ts";
import { explainPortError, readPort } from "./port.ts";
import { serveFolder } from "./static-server.ts";

if (!existsSync("dist/index.html")) {
  console.error("missing dist/: run npm run build first, or npm start for both");
  process.exit(1);
}
const port = readPort();
try {
  const { url, close } = await serveFolder("dist", { port, base });
  console.log(`深度学习模式语言 · Deep Learning Pattern Language: ${url}`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void close());
} catch (error) {
  explainPortError(error, port);
}

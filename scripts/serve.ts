/** `npm run serve`: serves dist/ on 127.0.0.1, at PORT or 4321, until Ctrl-C. */
import { base } from "../src/site/config.ts";
import { serveFolder } from "./static-server.ts";

const port = Number(process.env["PORT"] ?? 4321);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`invalid PORT: ${process.env["PORT"]}: give a number from 0 to 65535`);
  process.exit(1);
}
try {
  const { url, close } = await serveFolder("dist", { port, base });
  console.log(`深度学习模式语言: ${url}`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void close());
} catch (error) {
  const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  if (!isTaken) throw error;
  console.error(`ambiguous port: ${port} is in use: stop the other server or set PORT`);
  process.exit(1);
}

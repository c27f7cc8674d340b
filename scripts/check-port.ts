/** Tells before the build whether `npm start` will be able to serve. */
import { explainPortError, readPort } from "./port.ts";
import { serveFolder } from "./static-server.ts";

const port = readPort();
try {
  const { close } = await serveFolder("dist", { port });
  await close();
} catch (error) {
  explainPortError(error, port);
}

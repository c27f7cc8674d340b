/** `npm run dev`: edit and see. Search needs a build and says so. */
import { readPort } from "./port.ts";

process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
process.env["ASTRO_DEV_BACKGROUND"] = "0";

const { dev } = await import("astro");
await dev({ server: { host: "127.0.0.1", port: readPort() } });

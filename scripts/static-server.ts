import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { pipeline } from "node:stream";
import { createGzip } from "node:zlib";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
};

const compressed = new Set([
  ".html",
  ".css",
  ".js",
  ".mjs",
  ".json",
  ".xml",
  ".txt",
  ".md",
  ".svg",
  ".wasm",
]);

/**
 * Serves a built site as a static host would: gzip for text, index.html for folders, 404.html for
 * the rest. Port 0 takes a free one. Rejects with EADDRINUSE when the port is taken.
 */
export async function serveFolder(
  folder: string,
  { port = 0, base = "/" }: { port?: number; base?: string } = {},
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => answer(folder, base, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const boundPort = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${boundPort}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  folder: string,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
  const file = findFile(folder, base, pathname);
  if (!file) send(join(folder, "404.html"), 404, request, response);
  else if (file.endsWith("index.html") && !/\/$|\.html$/.test(pathname)) {
    response.writeHead(301, { location: `${pathname}/${search}` }).end();
  } else send(file, 200, request, response);
}

function findFile(folder: string, base: string, pathname: string): string | undefined {
  const path = readPath(pathname);
  if (!path?.startsWith(base)) return undefined;
  const inside = normalize(path.slice(base.length));
  if (inside.startsWith("..")) return undefined;
  const file = join(folder, inside);
  const isFile = (name: string) => existsSync(name) && statSync(name).isFile();
  return [file, join(file, "index.html")].find(isFile);
}

function readPath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined; // a malformed escape names no file
  }
}

function send(
  file: string,
  status: number,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const extension = extname(file);
  const headers: Record<string, string> = {
    "content-type": types[extension] ?? "application/octet-stream",
    "cache-control": file.includes("_astro") ? "public, max-age=31536000, immutable" : "no-cache",
  };
  if (!existsSync(file)) {
    response.writeHead(404, { "content-type": "text/plain" }).end("404");
    return;
  }
  const isZipped =
    compressed.has(extension) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  if (isZipped) headers["content-encoding"] = "gzip";
  response.writeHead(status, headers);
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  const source = createReadStream(file);
  const ignore = () => {}; // a reader who leaves early is no fault
  if (isZipped) pipeline(source, createGzip({ level: 9 }), response, ignore);
  else pipeline(source, response, ignore);
}

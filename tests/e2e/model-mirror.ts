import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, normalize } from "node:path";

/** A mirror of the hub on another origin, with the models of a folder under the name `owner/…`. */
export interface Mirror {
  url: string;
  asked: string[]; // paths, in the order of the requests
  close(): Promise<void>;
}

export async function serveMirror(folder: string): Promise<Mirror> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    asked.push(pathname);
    const [, model = "", name = ""] =
      /^\/owner\/([\w-]+)\/resolve\/main\/(.+)$/.exec(pathname) ?? [];
    const file = join(folder, model, normalize(name));
    const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    if (request.method === "OPTIONS") return void response.writeHead(204, headers).end();
    if (!name || !existsSync(file)) return void response.writeHead(404, headers).end();
    const bytes = readFileSync(file);
    response.writeHead(200, { ...headers, "content-length": bytes.length }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

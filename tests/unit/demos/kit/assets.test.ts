import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import { AssetError, assetUrl, loadBytes, loadJson } from "../../../../demos/kit/assets.ts";

const server = createServer((request, response) => {
  if (request.url === "/ok") response.end('{"a":[1,2]}');
  else if (request.url === "/torn") response.end('{"a":');
  else if (request.url === "/hang") response.write("x");
  else if (request.url === "/break")
    response.writeHead(200, { "content-length": "9" }).write("x", () => response.destroy());
  else response.writeHead(404).end();
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
after(() => {
  server.closeAllConnections();
  server.close();
});
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

test("a path is put below the base of the page; full addresses stay", () => {
  const page = globalThis as { document?: unknown };
  assert.equal(assetUrl("data/x.bin"), "/data/x.bin");
  page.document = { documentElement: { getAttribute: () => "/sub/" } };
  assert.equal(assetUrl("data/x.bin"), "/sub/data/x.bin");
  assert.equal(assetUrl("/data/x.bin"), "/data/x.bin");
  assert.equal(assetUrl("blob:abc"), "blob:abc");
  delete page.document;
});

test("bytes arrive with progress", async () => {
  const steps: [number, number][] = [];
  const bytes = await loadBytes(`${origin}/ok`, {
    onprogress: (loaded, total) => steps.push([loaded, total]),
  });
  assert.equal(new TextDecoder().decode(bytes), '{"a":[1,2]}');
  assert.equal(steps.at(-1)?.[0], 11);
});

test("JSON is parsed, and torn JSON says so in both languages", async () => {
  assert.deepEqual(await loadJson(`${origin}/ok`), { a: [1, 2] });
  await assert.rejects(loadJson(`${origin}/torn`), (error) => {
    assert.ok(error instanceof AssetError);
    assert.equal(error.sentence.zh, `${origin}/torn 的内容不完整，请重试或刷新页面。`);
    return true;
  });
});

test("a missing file gives one sentence with the address, the status and the way on", async () => {
  await assert.rejects(loadBytes(`${origin}/none`), (error) => {
    assert.ok(error instanceof AssetError);
    assert.equal(
      error.sentence.en,
      `Missing file ${origin}/none: the server answered 404. Try again or reload the page.`,
    );
    return true;
  });
});

test("a broken connection is told apart from a missing file", async () => {
  await assert.rejects(loadBytes(`${origin}/break`), /the connection broke/);
});

test("an abort passes through as an abort", async () => {
  const controller = new AbortController();
  const load = loadBytes(`${origin}/hang`, { signal: controller.signal });
  setTimeout(() => controller.abort(), 20);
  await assert.rejects(load, { name: "AbortError" });
});

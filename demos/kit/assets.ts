import type { Bilingual } from "../../src/site/languages.ts";

/** A load that failed, with one sentence for the reader in each language. */
export class AssetError extends Error {
  readonly sentence: Bilingual;

  constructor(sentence: Bilingual, cause?: unknown) {
    super(sentence.en, { cause });
    this.name = "AssetError";
    this.sentence = sentence;
  }
}

export interface LoadOptions {
  signal?: AbortSignal | undefined;
  /** Bytes so far and in all; `total` is 0 while the server does not say. */
  onprogress?: ((loaded: number, total: number) => void) | undefined;
}

/**
 * The address of a file of the site, e.g. `models/x/weights.bin`. A Worker has no page: give it
 * addresses that the page has resolved, which come back unchanged.
 */
export function assetUrl(path: string): string {
  if (/^([a-z]+:|\/)/i.test(path)) return path;
  const base =
    typeof document === "undefined"
      ? "/"
      : (document.documentElement.getAttribute("data-base") ?? "/");
  return `${base}${path}`;
}

/** The bytes of a file of the site. Throws AssetError; an abort passes through unchanged. */
export async function loadBytes(
  path: string,
  { signal, onprogress }: LoadOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const url = assetUrl(path);
  try {
    const response = await fetch(url, { signal: signal ?? null });
    if (!response.ok) throw new AssetError(describeStatus(url, response.status));
    return await readBody(response, onprogress);
  } catch (error) {
    if (error instanceof AssetError || signal?.aborted) throw error;
    throw new AssetError(describeBreak(url), error);
  }
}

/** The same for JSON. The caller checks its shape. */
export async function loadJson(path: string, options: LoadOptions = {}): Promise<unknown> {
  const text = new TextDecoder().decode(await loadBytes(path, options));
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new AssetError(describeDamage(assetUrl(path)), error);
  }
}

/** The content of a gzip file. Bytes that a server has already unpacked come back as they are. */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function readBody(
  response: Response,
  onprogress: LoadOptions["onprogress"],
): Promise<Uint8Array<ArrayBuffer>> {
  if (!onprogress || !response.body) return new Uint8Array(await response.arrayBuffer());
  const total = Number(response.headers.get("content-length") ?? 0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  for await (const part of iterate(response.body)) {
    parts.push(part);
    loaded += part.length;
    onprogress(loaded, total);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

// Safari has no async iterator on streams.
async function* iterate(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
}

function describeStatus(url: string, status: number): Bilingual {
  return {
    zh: `没有取到 ${url}：服务器返回 ${status}，请重试或刷新页面。`,
    en: `Missing file ${url}: the server answered ${status}. Try again or reload the page.`,
  };
}

function describeBreak(url: string): Bilingual {
  return {
    zh: `没有取到 ${url}：连接中断，请检查网络后重试。`,
    en: `Missing file ${url}: the connection broke. Check the network and try again.`,
  };
}

function describeDamage(url: string): Bilingual {
  return {
    zh: `${url} 的内容不完整，请重试或刷新页面。`,
    en: `Invalid file ${url}: its content is incomplete. Try again or reload the page.`,
  };
}

import { AssetError, loadBytes, loadJson } from "../kit/assets.ts";
import { readModel } from "../kit/model-file.ts";
import { measureBits } from "./bits.ts";
import { type Corpus, corpora } from "./corpus.ts";
import { createLstm, type Lstm } from "./lstm-model.ts";
import type { Ask, Order, Report } from "./protocol.ts";
import { createSession, type Session } from "./session.ts";
import { type Plan, type Written, writeText } from "./writing.ts";

let model: Lstm | undefined;
let corpus: Corpus = corpora.tang;
let session: Session | undefined;
let isStopped = false;

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  if (data.kind === "stop") isStopped = true;
  else if (data.kind === "load") void guard(() => load(data));
  else if (data.kind === "write") void guard(() => write(data.plan));
  else answer(data);
});

async function load({ corpus: id, header, weights, canUseSimd }: Order & { kind: "load" }) {
  const start = performance.now();
  const json = await loadJson(header);
  const bytes = await loadBytes(weights, {
    onprogress: (loaded) => report({ kind: "progress", loaded }),
  });
  const file = readModel(json, bytes.buffer);
  model = createLstm(file, canUseSimd);
  corpus = corpora[id];
  session = createSession(model, corpus);
  report({
    kind: "loaded",
    about: { corpus: id, engine: model.kind, ms: performance.now() - start },
  });
}

async function write(plan: Plan): Promise<void> {
  isStopped = false;
  if (plan.holds.length > 0) await compare(plan);
  const start = performance.now();
  let first = 0;
  await run(
    (session as Session).write(plan),
    (characters) => report({ kind: "characters", characters }),
    () => {
      first ||= performance.now();
    },
  );
  if (isStopped) return report({ kind: "stopped" });
  report({ kind: "written", ms: performance.now() - start, firstMs: first - start });
}

/** Writes the same plan with nothing held, to set beside the text to come. */
async function compare(plan: Plan): Promise<void> {
  const free: Written[] = [];
  const text = writeText(model as Lstm, corpus, { ...plan, holds: [] });
  await run(text, (part) => free.push(...part));
  if (isStopped) return;
  const tokens = free.map(({ token }) => token);
  report({
    kind: "reference",
    reference: {
      text: free.map(({ character }) => character).join(""),
      bits: measureBits(model as Lstm, corpus, tokens),
      heldBits: measureBits(model as Lstm, corpus, tokens, plan.holds),
    },
  });
}

/** Drains a generator in short turns, between which a "stop" comes in. */
async function run<T>(
  text: Generator<T>,
  listen: (part: T[]) => void,
  onone: () => void = () => {},
): Promise<void> {
  const turn = 16; // ms
  let part: T[] = [];
  let since = performance.now();
  for (const one of text) {
    onone();
    part.push(one);
    if (performance.now() - since < turn) continue;
    listen(part);
    part = [];
    await nextTurn();
    if (isStopped) return;
    since = performance.now();
  }
  if (part.length > 0) listen(part);
}

function answer({ id, question, ask }: Ask): void {
  try {
    if (!session) throw new Error("missing model");
    report({ kind: "answer", id, answer: session.answer(question, ask) });
  } catch (fault) {
    report({ kind: "refused", id, detail: describe(fault) });
  }
}

async function guard(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    const en = describe(fault);
    const sentence =
      fault instanceof AssetError
        ? fault.sentence
        : {
            zh: `模型没有运行起来：${en}。请重试或刷新页面。`,
            en: `The model did not run: ${en}. Try again or reload the page.`,
          };
    report({ kind: "failed", sentence });
  }
}

// Unlike a timer, a message is not held back for four milliseconds.
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

const describe = (fault: unknown): string =>
  fault instanceof Error ? fault.message : String(fault);

function report(message: Report): void {
  postMessage(message);
}

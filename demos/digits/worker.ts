import { AssetError, loadBytes, loadJson } from "../kit/assets.ts";
import { type DigitModel, readDigitModel } from "./network.ts";
import type { Order, Report } from "./protocol.ts";
import { recognise } from "./recognise.ts";

let model: DigitModel | undefined;

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  if (data.kind === "load") void load(data);
  else if (model) {
    const start = performance.now();
    const shown = recognise(model, data.strokes);
    report({ kind: "shown", shown, ms: performance.now() - start });
  }
});

async function load({ header, weights }: Order & { kind: "load" }): Promise<void> {
  try {
    const [json, bytes] = await Promise.all([loadJson(header), loadBytes(weights)]);
    model = readDigitModel(json, bytes.buffer);
    report({ kind: "loaded" });
  } catch (fault) {
    const detail = fault instanceof Error ? fault.message : String(fault);
    const sentence =
      fault instanceof AssetError
        ? fault.sentence
        : {
            zh: `识别模型没有装好：${detail}。请重试或刷新页面。`,
            en: `The recogniser did not load: ${detail}. Try again or reload the page.`,
          };
    report({ kind: "failed", sentence });
  }
}

function report(message: Report): void {
  postMessage(message);
}

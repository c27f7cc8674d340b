import type { DemoAbout } from "../../../src/site/demos.ts";
import type { Bilingual } from "../../../src/site/languages.ts";
import type { EngineId } from "./engine.ts";
import type { CellKind } from "./network-shape.ts";
import type { Words } from "./words.ts";
import { en } from "./words-en.ts";
import { zh } from "./words-zh.ts";

export const about: Bilingual<DemoAbout> = {
  zh: {
    title: "用自己的文本训练 RNN、GRU、LSTM",
    description:
      "在浏览器里从零训练一个字符级模型：看损失、看样本、随时暂停和倒回，再比较三种单元的梯度怎样随时间消失。",
  },
  en: {
    title: "Train RNN, GRU and LSTM on your own text",
    description:
      "Train a character model from scratch in your browser: watch loss and samples, pause and rewind, and compare how the gradients of the three cells fade over time.",
  },
};

export const cellNames: Record<CellKind, string> = { rnn: "RNN", gru: "GRU", lstm: "LSTM" };

export const engineNames: Record<EngineId, string> = {
  webgpu: "WebGPU",
  webgl: "WebGL",
  wasm: "wasm",
  typescript: "TypeScript",
};

export const labels: Bilingual<Words> = { zh, en };

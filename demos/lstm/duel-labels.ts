import type { Bilingual } from "../../src/site/languages.ts";
import type { Side } from "./duel-protocol.ts";

const zh = {
  intro:
    "两个模型用同一份语料训练，用上面的开头、温度、种子和长度各写一段。速度在你的浏览器里现测：都用纯 JavaScript 循环，在同一个 Worker 里先后运行，Transformer 带键值缓存。",
  table: (name: string) => `${name}：同一份语料上的两个模型`,
  sides: { lstm: "LSTM", transformer: "Transformer" } as Record<Side, string>,
  quantity: "比什么",
  parameters: "参数",
  bytes: "下载大小",
  bits: "测试集上每字比特数（越小越好）",
  work: "每写一字的乘法次数",
  speed: "这个浏览器里的速度",
  perSecond: (count: string) => `每秒 ${count} 字`,
  ngram: (order: number, bits: string) =>
    `同一份测试集上，最好的插值 n 元模型（${order} 元）是 ${bits} 比特。`,
  start: (size: string) => `下载两个模型（${size}）并比一比`,
  stop: "停下",
  progress: "对比的下载进度",
  running: "正在下载或书写……",
  stopped: "已停下。",
  summary: (facts: { lstm: string; transformer: string; faster: string; ratio: string }) =>
    `LSTM 每秒 ${facts.lstm} 字，Transformer 每秒 ${facts.transformer} 字，${facts.faster} 的速度是另一个的 ${facts.ratio} 倍。LSTM 每一步的计算量不变，Transformer 随前文变长。`,
};

type Words = typeof zh;

const en: Words = {
  intro:
    "Both models were trained on the same corpus; each writes from the opening, temperature, seed and length above. Speed is measured in your browser: plain JavaScript loops for both, one after the other in one Worker, the transformer with its cache of keys and values.",
  table: (name) => `${name}: two models on one corpus`,
  sides: { lstm: "LSTM", transformer: "Transformer" },
  quantity: "Compared",
  parameters: "Parameters",
  bytes: "Download",
  bits: "Bits per character on the test part (lower is better)",
  work: "Multiplications per character",
  speed: "Speed in this browser",
  perSecond: (count) => `${count} characters per second`,
  ngram: (order, bits) =>
    `On the same test part the best interpolated n-gram, of order ${order}, needs ${bits} bits.`,
  start: (size) => `Download both models (${size}) and compare`,
  stop: "Stop",
  progress: "Download for the comparison",
  running: "Downloading or writing…",
  stopped: "Stopped.",
  summary: ({ lstm, transformer, faster, ratio }) =>
    `The LSTM writes ${lstm} characters per second, the transformer ${transformer}; the ${faster} is ${ratio} times as fast. An LSTM's step always costs the same, a transformer's grows with what came before.`,
};

export const duelLabels: Bilingual<Words> = { zh, en };

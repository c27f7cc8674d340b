import type { Calculator } from "../../../demos/calculator/calculator.ts";

/** Cost of comparing one query with all keys, and the scores that pure chance reaches. */
export const calculator: Calculator = {
  inputs: [
    {
      id: "keys",
      label: { zh: "候选个数 N", en: "Candidates N" },
      min: 10,
      max: 1000000000,
      scale: "log",
      value: 1000000,
    },
    {
      id: "width",
      label: { zh: "维数 d", en: "Dimensions d" },
      min: 8,
      max: 4096,
      step: 8,
      value: 768,
    },
    {
      id: "bytes",
      label: { zh: "每个数的字节", en: "Bytes per number" },
      min: 1,
      max: 4,
      step: 1,
      value: 4,
    },
  ],
  outputs: [
    { id: "products", label: { zh: "每次查询的乘加", en: "Multiply-adds per query" } },
    { id: "storage", label: { zh: "存储", en: "Storage" }, unit: "GB" },
    { id: "spread", label: { zh: "随机点积的标准差", en: "Spread of a random dot product" } },
    { id: "chance", label: { zh: "随机余弦的标准差", en: "Spread of a random cosine" } },
    { id: "best", label: { zh: "N 个里靠运气的最高余弦", en: "Best cosine of N by chance" } },
  ],
  compute({ keys = 1, width = 1, bytes = 1 }) {
    return {
      products: Math.round(keys) * width,
      storage: (Math.round(keys) * width * bytes) / 1e9,
      spread: Math.sqrt(width), // independent components of variance 1
      chance: 1 / Math.sqrt(width),
      best: Math.min(1, Math.sqrt((2 * Math.log(keys)) / width)),
    };
  },
};

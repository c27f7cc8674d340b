import type { Calculator } from "../../../demos/calculator/calculator.ts";

/** Scale and cost of merging n independent standard normal vectors of width d. */
export const calculator: Calculator = {
  inputs: [
    {
      id: "count",
      label: { zh: "合并几路 n", en: "Signals n" },
      min: 2,
      max: 4096,
      step: 2,
      value: 1024,
    },
    {
      id: "width",
      label: { zh: "每路维数 d", en: "Width d of each" },
      min: 1,
      max: 1024,
      step: 1,
      value: 64,
    },
    {
      id: "features",
      label: { zh: "下一层输出", en: "Outputs of the next layer" },
      min: 1,
      max: 1024,
      step: 1,
      value: 128,
    },
  ],
  outputs: [
    { id: "sum", label: { zh: "和的标准差", en: "Spread of the sum" } },
    { id: "mean", label: { zh: "平均的标准差", en: "Spread of the mean" } },
    { id: "max", label: { zh: "最大值的期望至多", en: "Expected maximum at most" } },
    {
      id: "starved",
      label: { zh: "取最大时无梯度的比例", en: "Without gradient under max" },
      unit: "%",
    },
    { id: "merged", label: { zh: "合并后下一层权重", en: "Next layer after a merge" } },
    { id: "joined", label: { zh: "拼接后下一层权重", en: "Next layer after joining" } },
  ],
  compute({ count = 2, width = 1, features = 1 }) {
    const n = Math.round(count);
    return {
      sum: Math.sqrt(n),
      mean: 1 / Math.sqrt(n),
      max: Math.sqrt(2 * Math.log(n)),
      starved: 100 * (1 - 1 / n), // of the entries of each feature
      merged: width * features,
      joined: n * width * features,
    };
  },
};

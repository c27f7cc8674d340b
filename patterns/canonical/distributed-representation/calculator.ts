import type { Calculator } from "../../../demos/calculator/calculator.ts";

/** Capacity and interference of random sign codes, by Hoeffding's bound over all pairs. */
export const calculator: Calculator = {
  inputs: [
    {
      id: "items",
      label: { zh: "概念个数", en: "Concepts" },
      min: 100,
      max: 10000000,
      scale: "log",
      value: 100000,
    },
    {
      id: "units",
      label: { zh: "单元数 d", en: "Units d" },
      min: 8,
      max: 4096,
      step: 8,
      value: 768,
    },
    {
      id: "active",
      label: { zh: "同时叠加 k 个", en: "Active at once, k" },
      min: 1,
      max: 200,
      step: 1,
      value: 10,
    },
  ],
  outputs: [
    { id: "local", label: { zh: "独热编码的单元数", en: "Units of a one-hot code" } },
    { id: "bits", label: { zh: "区分全部概念至少要", en: "Least to tell all apart" }, unit: "bit" },
    { id: "table", label: { zh: "嵌入表参数", en: "Weights of the table" } },
    { id: "overlap", label: { zh: "两两余弦可全部压到", en: "All pairwise cosines can be below" } },
    { id: "noise", label: { zh: "读出噪声（信号为 1）", en: "Readout noise (signal 1)" } },
  ],
  compute({ items = 0, units = 0, active = 0 }) {
    return {
      local: Math.round(items),
      bits: Math.ceil(Math.log2(items)),
      table: Math.round(items) * units,
      overlap: Math.min(1, Math.sqrt((4 * Math.log(items)) / units)),
      noise: Math.sqrt((active - 1) / units),
    };
  },
};

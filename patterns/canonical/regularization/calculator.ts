import type { Calculator } from "../../../demos/calculator/calculator.ts";

/** How long decoupled weight decay remembers, at a constant learning rate. */
export const calculator: Calculator = {
  inputs: [
    {
      id: "rate",
      label: { zh: "学习率", en: "Learning rate" },
      min: 1e-6,
      max: 1,
      scale: "log",
      value: 3e-4,
    },
    {
      id: "lambda",
      label: { zh: "权重衰减系数", en: "Weight decay" },
      min: 1e-5,
      max: 10,
      scale: "log",
      value: 0.1,
    },
    {
      id: "steps",
      label: { zh: "训练步数", en: "Training steps" },
      min: 100,
      max: 2_000_000,
      scale: "log",
      value: 100_000,
    },
    {
      id: "batch",
      label: { zh: "每步样本或词元", en: "Examples or tokens per step" },
      min: 1,
      max: 1e8,
      scale: "log",
      value: 4_000_000,
    },
  ],
  outputs: [
    { id: "memory", label: { zh: "时间常数（步）", en: "Time constant, steps" } },
    { id: "half", label: { zh: "半衰期（步）", en: "Half-life, steps" } },
    {
      id: "data",
      label: { zh: "一个时间常数看过的数据", en: "Data seen in one time constant" },
    },
    {
      id: "share",
      label: { zh: "时间常数占全程", en: "Time constant, share of the run" },
      unit: "%",
    },
    { id: "kept", label: { zh: "初始权重还剩", en: "Initial weights left" }, unit: "%" },
  ],
  compute({ rate = 0, lambda = 0, steps = 1, batch = 0 }) {
    const factor = Math.min(rate * lambda, 1 - 1e-12);
    const half = Math.log(0.5) / Math.log1p(-factor);
    const memory = 1 / factor;
    return {
      memory,
      half,
      data: memory * batch,
      share: (100 * memory) / steps,
      kept: 100 * Math.exp(steps * Math.log1p(-factor)),
    };
  },
};

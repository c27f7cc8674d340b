import type { Calculator } from "../../../demos/calculator/calculator.ts";
import { chinchillaRefit, predictLoss, splitCompute } from "./sketch.ts";

/** The best split of a training budget, and the price of another ratio of tokens to parameters. */
export const calculator: Calculator = {
  inputs: [
    {
      id: "gpus",
      label: { zh: "卡数", en: "GPUs" },
      min: 1,
      max: 32768,
      scale: "log",
      value: 1024,
    },
    {
      id: "days",
      label: { zh: "天数", en: "Days" },
      min: 1,
      max: 120,
      step: 1,
      value: 30,
    },
    {
      id: "speed",
      label: { zh: "每卡有效算力", en: "Achieved per GPU" },
      unit: "TFLOP/s",
      min: 10,
      max: 2000,
      step: 10,
      value: 400,
    },
    {
      id: "ratio",
      label: { zh: "每参数词元数", en: "Tokens per parameter" },
      min: 1,
      max: 5000,
      scale: "log",
      value: 200,
    },
  ],
  outputs: [
    { id: "compute", label: { zh: "训练计算量", en: "Training compute" }, unit: "FLOP" },
    { id: "bestN", label: { zh: "最优参数量", en: "Best parameters" } },
    { id: "bestD", label: { zh: "最优词元数", en: "Best tokens" } },
    { id: "bestLoss", label: { zh: "最优损失", en: "Best loss" }, unit: "nat" },
    { id: "ownN", label: { zh: "按你的比例：参数量", en: "Your ratio: parameters" } },
    { id: "ownD", label: { zh: "按你的比例：词元数", en: "Your ratio: tokens" } },
    { id: "ownLoss", label: { zh: "按你的比例：损失", en: "Your ratio: loss" }, unit: "nat" },
    { id: "overhead", label: { zh: "实花 ÷ 最优所需", en: "Spent ÷ optimal need" }, unit: "×" },
  ],
  compute({ gpus = 0, days = 0, speed = 0, ratio = 1 }) {
    const C = gpus * days * 86400 * speed * 1e12;
    const best = splitCompute(chinchillaRefit, C);
    const N = Math.sqrt(C / 6 / ratio);
    const D = N * ratio;
    const ownLoss = predictLoss(chinchillaRefit, N, D);
    // Along the best split the excess over E falls as C^−gamma, so losses convert to compute.
    const { E, alpha, beta } = chinchillaRefit;
    const gamma = (alpha * beta) / (alpha + beta);
    return {
      compute: C,
      bestN: best.N,
      bestD: best.D,
      bestLoss: best.loss,
      ownN: N,
      ownD: D,
      ownLoss,
      overhead: ((ownLoss - E) / (best.loss - E)) ** (1 / gamma),
    };
  },
};

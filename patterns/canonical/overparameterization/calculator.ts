import type { Calculator } from "../../../demos/calculator/calculator.ts";
import { expectError } from "./sketch.ts";

/** The error of least squares on p of D weak features, beside the best choices on either side. */
export const calculator: Calculator = {
  inputs: [
    {
      id: "n",
      label: { zh: "样本数 n", en: "Examples n" },
      min: 10,
      max: 500,
      step: 10,
      value: 100,
    },
    {
      id: "p",
      label: { zh: "用到的特征 p", en: "Features in use p" },
      min: 1,
      max: 1000,
      step: 1,
      value: 180,
    },
    {
      id: "D",
      label: { zh: "全部特征 D", en: "All features D" },
      min: 50,
      max: 2000,
      step: 50,
      value: 200,
    },
    {
      id: "noise",
      label: { zh: "噪声方差", en: "Noise variance" },
      min: 0,
      max: 1,
      step: 0.02,
      value: 0.04,
    },
  ],
  outputs: [
    { id: "ratio", label: { zh: "p ÷ n", en: "p ÷ n" } },
    { id: "error", label: { zh: "测试误差", en: "Test error" } },
    { id: "zero", label: { zh: "什么都不学的误差", en: "Error of learning nothing" } },
    { id: "under", label: { zh: "p 小于 n 时最好", en: "Best with p below n" } },
    { id: "all", label: { zh: "特征全用", en: "With all features" } },
    { id: "near", label: { zh: "插值点旁（p = n + 2）", en: "Beside the threshold (p = n + 2)" } },
  ],
  compute({ n = 0, p = 0, D = 0, noise = 0 }) {
    // Within one of n the expected error is infinite; the nearest finite point stands in for it.
    const within = (count: number): number => {
      const used = Math.min(count, D);
      return Math.abs(used - n) < 2 ? n - 2 : used;
    };
    const used = Math.abs(Math.min(p, D) - n) < 2 && D >= n + 2 ? n + 2 : within(p);
    let under = Number.POSITIVE_INFINITY;
    for (let count = 0; count <= Math.min(n - 2, D); count++) {
      under = Math.min(under, expectError(n, count, D, noise));
    }
    return {
      ratio: used / n,
      error: expectError(n, used, D, noise),
      zero: 1 + noise,
      under,
      all: expectError(n, within(D), D, noise),
      near: expectError(n, D >= n + 2 ? n + 2 : within(D), D, noise),
    };
  },
};

import type { Calculator } from "../../../demos/calculator/calculator.ts";

/** Free weights of linear maps on n positions, and of a group convolution (Cohen & Welling 2016). */
export const calculator: Calculator = {
  inputs: [
    {
      id: "positions",
      label: { zh: "位置数 n", en: "Positions n" },
      min: 4,
      max: 4096,
      step: 4,
      value: 64,
    },
    {
      id: "order",
      label: { zh: "群的大小（朝向数）", en: "Group size (orientations)" },
      min: 1,
      max: 16,
      step: 1,
      value: 8,
    },
    {
      id: "maps",
      label: { zh: "特征图总数", en: "Feature maps in all" },
      min: 16,
      max: 1024,
      step: 16,
      value: 32,
    },
    {
      id: "kernel",
      label: { zh: "卷积核边长", en: "Kernel side" },
      unit: "px",
      min: 1,
      max: 11,
      step: 2,
      value: 3,
    },
  ],
  outputs: [
    { id: "dense", label: { zh: "线性层，无对称", en: "Linear map, no symmetry" } },
    { id: "shift", label: { zh: "线性层，循环平移", en: "Linear map, cyclic shifts" } },
    { id: "plain", label: { zh: "普通卷积权重", en: "Plain convolution weights" } },
    { id: "group", label: { zh: "群卷积权重", en: "Group convolution weights" } },
    { id: "work", label: { zh: "两者每像素乘加", en: "Multiply-adds per pixel, both" } },
  ],
  compute({ positions = 1, order = 1, maps = 1, kernel = 1 }) {
    const plain = maps ** 2 * kernel ** 2;
    return {
      dense: positions ** 2,
      shift: positions,
      plain,
      group: plain / order, // one filter bank serves all orientations of its output
      work: plain,
    };
  },
};

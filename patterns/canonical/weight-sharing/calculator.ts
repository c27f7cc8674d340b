import type { Calculator } from "../../../demos/calculator/calculator.ts";

/** Parameters of a layer that maps an H × W × C image to as many positions and F features. */
export const calculator: Calculator = {
  inputs: [
    {
      id: "side",
      label: { zh: "图像边长", en: "Image side" },
      unit: "px",
      min: 8,
      max: 512,
      step: 8,
      value: 224,
    },
    {
      id: "channels",
      label: { zh: "输入通道", en: "Input channels" },
      min: 1,
      max: 512,
      step: 1,
      value: 3,
    },
    {
      id: "features",
      label: { zh: "输出特征", en: "Output features" },
      min: 1,
      max: 512,
      step: 1,
      value: 64,
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
    { id: "shared", label: { zh: "共享（卷积）参数", en: "Shared (convolution) weights" } },
    { id: "local", label: { zh: "局部连接、不共享", en: "Local, not shared" } },
    { id: "dense", label: { zh: "全连接参数", en: "Dense weights" } },
    { id: "ratio", label: { zh: "全连接 ÷ 共享", en: "Dense ÷ shared" }, unit: "×" },
  ],
  compute({ side = 0, channels = 0, features = 0, kernel = 0 }) {
    const positions = side * side; // stride 1, same padding
    const shared = kernel * kernel * channels * features + features;
    const local = positions * shared;
    const dense = positions * channels * (positions * features) + positions * features;
    return { shared, local, dense, ratio: dense / shared };
  },
};

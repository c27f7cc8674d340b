import type { Calculator } from "../../../demos/calculator/calculator.ts";

const nodes = Array.from({ length: 161 }, (_, i) => (i - 80) / 10); // ±8 standard deviations

/** E f(z) for standard normal z, by the trapezoid rule */
function toMean(f: (z: number) => number): number {
  const sum = nodes.reduce((total, z) => total + f(z) * Math.exp((-z * z) / 2), 0);
  return (sum * 0.1) / Math.sqrt(2 * Math.PI);
}

/** Signal and gradient of a wide random network without biases, layer by layer, in expectation. */
export const calculator: Calculator = {
  inputs: [
    { id: "depth", label: { zh: "层数", en: "Layers" }, min: 1, max: 100, step: 1, value: 50 },
    {
      id: "gain",
      label: { zh: "权重方差 × 输入宽度", en: "Weight variance × fan-in" },
      min: 0.5,
      max: 4,
      step: 0.1,
      value: 2,
    },
  ],
  outputs: [
    { id: "linear", label: { zh: "无激活：信号", en: "No activation: signal" } },
    { id: "relu", label: { zh: "ReLU：信号与梯度", en: "ReLU: signal and gradient" } },
    { id: "tanh", label: { zh: "tanh：信号", en: "tanh: signal" } },
    { id: "tanhGradient", label: { zh: "tanh：梯度", en: "tanh: gradient" } },
    {
      id: "sigmoid",
      label: { zh: "sigmoid 导数之积上限", en: "Sigmoid slopes, at most" },
    },
  ],
  compute({ depth = 1, gain = 1 }) {
    let [variance, gradient] = [1, 1];
    for (let layer = 0; layer < depth; layer++) {
      const scale = Math.sqrt(variance);
      gradient *= gain * toMean((z) => (1 - Math.tanh(scale * z) ** 2) ** 2);
      variance = gain * toMean((z) => Math.tanh(scale * z) ** 2);
    }
    return {
      linear: gain ** (depth / 2),
      relu: (gain / 2) ** (depth / 2), // E relu² = E (slope of relu)² = ½
      tanh: Math.sqrt(variance),
      tanhGradient: Math.sqrt(gradient),
      sigmoid: 0.25 ** depth,
    };
  },
};

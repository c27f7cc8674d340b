import type { Calculator } from "../../../demos/calculator/calculator.ts";

/** A ReLU network from one input to one output, deep or shallow, and a stack of 3 × 3 layers. */
export const calculator: Calculator = {
  inputs: [
    {
      id: "layers",
      label: { zh: "隐藏层数", en: "Hidden layers" },
      min: 1,
      max: 40,
      step: 1,
      value: 8,
    },
    {
      id: "units",
      label: { zh: "每层单元数", en: "Units per layer" },
      min: 2,
      max: 256,
      step: 1,
      value: 16,
    },
    {
      id: "every",
      label: { zh: "每几层下采样 2 倍", en: "Layers per halving" },
      min: 1,
      max: 10,
      step: 1,
      value: 2,
    },
  ],
  outputs: [
    { id: "weights", label: { zh: "参数", en: "Weights" } },
    { id: "deep", label: { zh: "折线段数上限（深）", en: "Most linear pieces, deep" } },
    { id: "shallow", label: { zh: "同样参数、单隐层的上限", en: "Same weights, one layer" } },
    {
      id: "field",
      label: { zh: "3 × 3 层叠的感受野", en: "Receptive field of 3 × 3 layers" },
      unit: "px",
    },
  ],
  compute({ layers = 1, units = 0, every = 1 }) {
    const weights = 2 * units + (layers - 1) * (units * units + units) + units + 1;
    const hidden = Math.floor((weights - 1) / 3); // one hidden layer of m units has 3m + 1 weights
    let field = 1;
    for (let layer = 0; layer < layers; layer++) field += 2 * 2 ** Math.floor(layer / every);
    return { weights, deep: (units + 1) ** layers, shallow: hidden + 1, field };
  },
};

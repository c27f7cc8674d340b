import type { Calculator } from "../../../demos/calculator/calculator.ts";

/** Total and active parameters of routed layers, and the weights that one decoding step reads. */
export const calculator: Calculator = {
  inputs: [
    {
      id: "branches",
      label: { zh: "每层分支数", en: "Branches per layer" },
      min: 2,
      max: 512,
      step: 1,
      value: 8,
    },
    {
      id: "active",
      label: { zh: "每词元选几个", en: "Chosen per token" },
      min: 1,
      max: 16,
      step: 1,
      value: 2,
    },
    {
      id: "size",
      label: { zh: "每分支参数", en: "Parameters per branch" },
      min: 1e6,
      max: 1e9,
      scale: "log",
      value: 176.16e6,
    },
    { id: "layers", label: { zh: "层数", en: "Layers" }, min: 1, max: 128, step: 1, value: 32 },
    {
      id: "rest",
      label: { zh: "其余参数", en: "All other parameters" },
      min: 0,
      max: 40e9,
      step: 1e8,
      value: 16e8,
    },
    {
      id: "batch",
      label: { zh: "同时解码的词元", en: "Tokens decoded together" },
      min: 1,
      max: 1024,
      scale: "log",
      value: 16,
    },
    {
      id: "bytes",
      label: { zh: "每参数字节", en: "Bytes per parameter" },
      min: 0.5,
      max: 4,
      step: 0.5,
      value: 2,
    },
  ],
  outputs: [
    { id: "total", label: { zh: "总参数", en: "Total parameters" } },
    { id: "used", label: { zh: "激活参数", en: "Active parameters" } },
    { id: "flop", label: { zh: "每词元前向计算", en: "Forward pass per token" }, unit: "FLOP" },
    { id: "memory", label: { zh: "权重占用显存", en: "Memory for weights" }, unit: "GB" },
    { id: "touched", label: { zh: "每步碰到的分支", en: "Branches touched per step" } },
    { id: "read", label: { zh: "每步读取的权重", en: "Weights read per step" }, unit: "GB" },
    {
      id: "dense",
      label: { zh: "等计算量稠密模型读取", en: "Dense model of equal compute reads" },
      unit: "GB",
    },
  ],
  compute({ branches = 1, active = 1, size = 0, layers = 0, rest = 0, batch = 1, bytes = 0 }) {
    const chosen = Math.min(active, branches);
    const perBranch = size * layers;
    const total = perBranch * branches + rest;
    const used = perBranch * chosen + rest;
    // Every token picks its branches evenly and independently of the others.
    const touched = branches * (1 - (1 - chosen / branches) ** batch);
    return {
      total,
      used,
      flop: 2 * used,
      memory: (total * bytes) / 1e9,
      touched,
      read: ((perBranch * touched + rest) * bytes) / 1e9,
      dense: (used * bytes) / 1e9,
    };
  },
};

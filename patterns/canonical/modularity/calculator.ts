import type { Calculator } from "../../../demos/calculator/calculator.ts";

/** Storage and upkeep of m × t variants as full copies, and as one base with m + t modules. */
export const calculator: Calculator = {
  inputs: [
    {
      id: "base",
      label: { zh: "底座参数", en: "Base parameters" },
      min: 1e8,
      max: 7e11,
      scale: "log",
      value: 7e9,
    },
    {
      id: "languages",
      label: { zh: "语言数", en: "Languages" },
      min: 1,
      max: 100,
      step: 1,
      value: 12,
    },
    { id: "tasks", label: { zh: "任务数", en: "Tasks" }, min: 1, max: 100, step: 1, value: 8 },
    {
      id: "share",
      label: { zh: "模块占底座", en: "Module, share of base" },
      unit: "%",
      min: 0.01,
      max: 20,
      scale: "log",
      value: 1,
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
    { id: "variants", label: { zh: "能提供的组合", en: "Variants on offer" } },
    { id: "modules", label: { zh: "要训练的模块", en: "Modules to train" } },
    { id: "copies", label: { zh: "整模型副本存储", en: "Storage of full copies" }, unit: "GB" },
    {
      id: "modular",
      label: { zh: "底座加模块存储", en: "Storage of base and modules" },
      unit: "GB",
    },
    { id: "saving", label: { zh: "副本 ÷ 模块", en: "Copies ÷ modules" }, unit: "×" },
    { id: "redo", label: { zh: "改一种语言要重训的副本", en: "Copies retrained per language" } },
  ],
  compute({ base = 0, languages = 0, tasks = 0, share = 0, bytes = 0 }) {
    const variants = languages * tasks;
    const modules = languages + tasks;
    const copies = (variants * base * bytes) / 1e9;
    const modular = (base * bytes * (1 + (modules * share) / 100)) / 1e9;
    return { variants, modules, copies, modular, saving: copies / modular, redo: tasks };
  },
};

import type { Bilingual } from "../../src/site/languages.ts";
import type { CellKind, Family, Rule, UseState } from "./entry.ts";

/** What the list of live figures says about this one. */
export const about = {
  zh: {
    title: "神经网络动物园",
    description:
      "从马尔可夫链到 Mamba，各种结构用同一种画法画出来：按家族、年份和单元种类筛选，挑两种并排比较。",
  },
  en: {
    title: "The neural network zoo",
    description:
      "Architectures from the Markov chain to Mamba in one style of drawing: filter them by family, year and kind of cell, and compare two side by side.",
  },
};

export const familyNames: Record<Family, Bilingual> = {
  feedforward: { zh: "前馈", en: "Feed-forward" },
  convolutional: { zh: "卷积", en: "Convolutional" },
  recurrent: { zh: "循环", en: "Recurrent" },
  autoencoder: { zh: "自编码", en: "Autoencoders" },
  energy: { zh: "能量与联想记忆", en: "Energy and associative memory" },
  generative: { zh: "生成", en: "Generative" },
  reservoir: { zh: "随机隐藏层与储备池", en: "Random layers and reservoirs" },
  attention: { zh: "注意力", en: "Attention" },
  other: { zh: "旁支", en: "Relatives" },
};

export const kindNames: Record<CellKind, Bilingual<{ name: string; note: string }>> = {
  input: {
    zh: { name: "输入", note: "数据从这里进来" },
    en: { name: "input", note: "where data comes in" },
  },
  noise: {
    zh: { name: "噪声输入", note: "随机数，或弄脏的数据" },
    en: { name: "noisy input", note: "random numbers, or corrupted data" },
  },
  hidden: {
    zh: { name: "隐藏", note: "加权求和，再过激活函数" },
    en: { name: "hidden", note: "a weighted sum and an activation" },
  },
  output: {
    zh: { name: "输出", note: "答案" },
    en: { name: "output", note: "the answer" },
  },
  copy: {
    zh: { name: "重构", note: "要像输入的输出" },
    en: { name: "reconstruction", note: "an output that should look like an input" },
  },
  recurrent: {
    zh: { name: "循环", note: "还读自己上一步的值" },
    en: { name: "recurrent", note: "also reads its own last value" },
  },
  gated: {
    zh: { name: "带门的记忆", note: "门决定写多少、留多少" },
    en: { name: "gated memory", note: "gates decide what to write and keep" },
  },
  stochastic: {
    zh: { name: "随机", note: "按概率取值" },
    en: { name: "stochastic", note: "takes its value by chance" },
  },
  kernel: {
    zh: { name: "核", note: "量两个向量有多近" },
    en: { name: "kernel", note: "measures how close two vectors are" },
  },
  convolution: {
    zh: { name: "卷积", note: "只看一个小窗口，权重共享" },
    en: { name: "convolution", note: "sees a small window, shares its weights" },
  },
  pooling: {
    zh: { name: "下采样", note: "把几个并成一个" },
    en: { name: "downsampling", note: "makes one of several" },
  },
  spiking: {
    zh: { name: "脉冲", note: "攒够了才发一个脉冲" },
    en: { name: "spiking", note: "fires a spike when it has gathered enough" },
  },
  memory: {
    zh: { name: "外部存储", note: "可寻址的一行" },
    en: { name: "external memory", note: "a row that can be addressed" },
  },
  attention: {
    zh: { name: "注意力", note: "按内容决定看谁" },
    en: { name: "attention", note: "chooses by content whom to look at" },
  },
  router: {
    zh: { name: "路由", note: "把输入派给几个专家" },
    en: { name: "router", note: "sends the input to a few experts" },
  },
  coupling: {
    zh: { name: "耦合", note: "可逆的变换" },
    en: { name: "coupling", note: "a map that can be inverted" },
  },
};

export const ruleNames: Record<Rule, Bilingual> = {
  full: { zh: "全连接", en: "fully connected" },
  one: { zh: "一对一", en: "one to one" },
  local: { zh: "局部窗口", en: "local windows" },
  sparse: { zh: "稀疏连接", en: "sparsely connected" },
  skip: { zh: "跳跃连接", en: "skip connections" },
  back: { zh: "往回的连接", en: "connections back" },
  both: { zh: "双向全连接", en: "fully connected both ways" },
  self: { zh: "自连接", en: "self-connections" },
  within: { zh: "层内两两相连", en: "all pairs within the layer" },
  chain: { zh: "层内首尾相接", en: "a chain within the layer" },
  neighbours: { zh: "与邻居相连", en: "connected to neighbours" },
};

export const stateNames: Record<UseState, Bilingual> = {
  yes: { zh: "在用", en: "yes" },
  part: { zh: "作为别的网络的一部分", en: "as a part of others" },
  seldom: { zh: "少见", en: "seldom" },
  no: { zh: "已成历史", en: "no longer" },
};

const zh = {
  filters: "筛选与排序",
  search: "搜索",
  searchHint: "名称、缩写或想法里的词",
  family: "家族",
  kind: "单元种类（含任意一种）",
  from: "从哪年",
  to: "到哪年",
  sort: "排序",
  sorts: { poster: "海报顺序", year: "按年份", newest: "新的在前", name: "按缩写" },
  origin: "来源",
  origins: { all: "全部", poster: "海报的 27 种", later: "海报之外" },
  reset: "清除筛选",
  shown: (count: number, all: number) => `显示 ${count} 种，共 ${all} 种。`,
  none: "没有符合的结构。放宽条件，或清除筛选。",
  compareHint: "勾两种，放在一起比。",
  compare: "比较",
  compareOne: (name: string) => `已选 ${name}，再选一种。`,
  comparing: (a: string, b: string) => `比较 ${a} 与 ${b}`,
  closeCompare: "结束比较",
  different: "不同",
  same: "相同",
  aspect: "方面",
  aspects: {
    family: "家族",
    year: "年份",
    kinds: "单元种类",
    cells: "画出的单元数",
    lines: "画出的连接数",
    rules: "连接方式",
    training: "训练",
    used: "还用吗",
  },
  differences: (names: string) => `不同之处：${names}。`,
  identical: "这几方面都相同。",
  only: (name: string, kinds: string) => `只有 ${name} 有：${kinds}。`,
  formula: "公式",
  training: "训练",
  paper: "论文",
  used: "还用吗",
  more: "细看",
  read: "接着看",
  planned: "计划中，尚未写成",
  colon: "：",
  comma: "、",
  open: (text: string) => `（${text}）`,
  note: "每种只画几个单元，代表许多个。实线从左到右；点线沿时间或往回；虚线跳过中间的层；细灰线没有方向。",
};

const en: typeof zh = {
  filters: "Filter and sort",
  search: "Search",
  searchHint: "name or idea",
  family: "Family",
  kind: "Kinds of cell (any of)",
  from: "From year",
  to: "To year",
  sort: "Order",
  sorts: {
    poster: "poster order",
    year: "by year",
    newest: "newest first",
    name: "by abbreviation",
  },
  origin: "Origin",
  origins: { all: "all", poster: "the 27 of the poster", later: "not on the poster" },
  reset: "Clear filters",
  shown: (count, all) => `${count} of ${all} shown.`,
  none: "Nothing fits. Loosen the filters or clear them.",
  compareHint: "Tick two to see them side by side.",
  compare: "Compare",
  compareOne: (name) => `${name} is chosen. Choose one more.`,
  comparing: (a, b) => `${a} and ${b} compared`,
  closeCompare: "End the comparison",
  different: "different",
  same: "same",
  aspect: "Aspect",
  aspects: {
    family: "Family",
    year: "Year",
    kinds: "Kinds of cell",
    cells: "Cells drawn",
    lines: "Connections drawn",
    rules: "Ways of connecting",
    training: "Training",
    used: "Still used?",
  },
  differences: (names) => `They differ in: ${names}.`,
  identical: "They are the same in all of these.",
  only: (name, kinds) => `Only ${name} has: ${kinds}.`,
  formula: "Formula",
  training: "Training",
  paper: "Paper",
  used: "Still used?",
  more: "Details",
  read: "Read on",
  planned: "Planned, not written yet",
  colon: ": ",
  comma: ", ",
  open: (text) => ` (${text})`,
  note: "A few cells stand for many. Solid lines run from left to right; dotted ones through time or back; dashed ones skip layers; thin grey ones have no direction.",
};

export const labels = { zh, en };
export type Words = typeof zh;

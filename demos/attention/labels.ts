import type { Bilingual } from "../../src/site/languages.ts";
import type { Cell } from "./cells.ts";
import type { Pattern } from "./head-statistics.ts";
import type { Mask } from "./options.ts";
import type { PanelId } from "./panels.ts";
import type { Backend, ModelId, View } from "./view-state.ts";

/** What the list of live figures says about this one. */
export const about = {
  zh: {
    title: "自注意力逐格看",
    description:
      "输入中文或英文，看一个真的小模型怎样算注意力：每一层、每个头、每一个数，都能当场重算一遍。",
  },
  en: {
    title: "Self-attention, cell by cell",
    description:
      "Type Chinese or English and watch a small real model attend: every layer, every head, every number can be worked out again on the spot.",
  },
};

interface CellSummary {
  query: string;
  key: string;
  score: string; // empty where the page does not hold it
  scaled: string;
  weight: string;
  sum: string;
}

interface HeadSummary {
  layer: number;
  head: number;
  query: string;
  key: string;
  place: number;
  weight: string;
}

const cellKinds = {
  query: "q 的一个分量",
  key: "k 的一个分量",
  value: "v 的一个分量",
  score: "q·k",
  scaled: "缩放后的分数",
  weight: "注意力权重",
  output: "头输出的一个分量",
  projection: "投影输出的一个分量",
  logit: "logit",
} satisfies Record<Cell["kind"], string>;

function titleCell(
  names: Record<Cell["kind"], string>,
  cell: Cell,
  symbols: readonly string[],
  nameOf: (token: number) => string,
): string {
  const at = symbols[cell.t] ?? "";
  if (cell.kind === "logit") return `logit, ${nameOf(cell.token)}`;
  if ("key" in cell) return `${names[cell.kind]}, ${at} → ${symbols[cell.key] ?? ""}`;
  return `${names[cell.kind]} ${cell.index + 1}, ${at}`;
}

const zh = {
  model: "模型",
  models: { tang: "唐诗绝句（中文）", shakespeare: "莎士比亚（英文）" } satisfies Record<
    ModelId,
    string
  >,
  text: "你的文字",
  count: (tokens: number, context: number) => `${tokens} / ${context} 个词元，含开头的起始符。`,
  cut: (count: number) => `超出上下文的 ${count} 个字没有读。`,
  unknown: (list: string) => `字表里没有：${list}。`,
  unknownKey: "虚线框里的字不在模型的字表里，模型只知道“这里有一个生字”。",
  privacy: "文字只在本机计算。",
  load: (size: string) => `加载模型（${size}）`,
  loadingModel: "正在加载模型",
  loading: (loaded: string, total: string) => `正在加载 ${loaded} / ${total}`,
  stop: "停止",
  retry: "重试",
  stopped: "已停止，文字还在。",
  why: {
    auto: "默认引擎，哪里都能跑",
    typescript: "你选了它",
    wasm: "页面上的中间数值只有它给得出；你选的 wasm 在下面“换引擎”里跑 ONNX 文件",
    webgpu: "页面上的中间数值只有它给得出；你选的 WebGPU 在下面“换引擎”里跑 ONNX 文件",
  } satisfies Record<Backend, string>,
  ran: (ms: string, bytes: string, hasSimd: boolean, why: string) =>
    `引擎：TypeScript，在 Worker 里运行（${why}），矩阵乘法${hasSimd ? "用 WebAssembly SIMD" : "也用 TypeScript，因为没有 WebAssembly SIMD"}。一次完整前向 ${ms}，共加载 ${bytes}。`,
  storedRun: "图上是构建时用同一个模型算好的结果。加载模型后换成实时计算。",
  storedOther: "图上还是默认那句话的结果。加载模型后计算你的文字。",
  tokens: "词元与编号。点一个，看它怎样查询前文。",
  tokenName: (place: number) => `第 ${place} 个词元`,
  isUnknown: "不在字表里",
  headGrid: (layers: number, heads: number) => `${layers} 层 × ${heads} 个头，行是层，列是头`,
  headName: (layer: number, head: number, entropy: string, isOff: boolean) =>
    `${layer}.${head}：第 ${layer} 层第 ${head} 头，平均熵 ${entropy} 比特${isOff ? "，已置零" : ""}`,
  headTitle: (layer: number, head: number) => `第 ${layer} 层第 ${head} 头`,
  looks: { matrix: "矩阵", lines: "连线" } satisfies Record<View["look"], string>,
  mask: "掩码",
  masks: { causal: "因果：只看前文", bidirectional: "双向：前后都看" } satisfies Record<
    Mask,
    string
  >,
  maskNote: "模型是按因果掩码训练的，换成双向只为看矩阵怎样变，输出不再可信。",
  matrixRole: "注意力矩阵",
  matrixKeys: "方向键移动格子，行是查询，列是键。",
  readCell: ({ query, key, score, scaled, weight, sum }: CellSummary) =>
    `“${query}”看“${key}”：${score ? `q·k = ${score}，缩放后 ${scaled}，` : ""}权重 ${weight}。这一行的和是 ${sum}。`,
  readMasked: (query: string, key: string) =>
    `“${query}”看不到后面的“${key}”：softmax 之前这一格是 −∞，权重为 0。`,
  headSummary: ({ layer, head, query, key, place, weight }: HeadSummary) =>
    `第 ${layer} 层第 ${head} 头里，“${query}”最看重第 ${place} 个词元“${key}”，权重 ${weight}。`,
  linesKey: "左边是查询，右边是键，线越粗权重越大。点左边的词元，只突出它的连线。",
  asQuery: (symbol: string, place: number) => `以第 ${place} 个词元 ${symbol} 为查询`,
  asKey: (symbol: string, place: number) => `以第 ${place} 个词元 ${symbol} 为键`,
  asTable: "权重表",
  steps: "一步一步算",
  stepsIntro: (symbol: string, place: number, layer: number, head: number) =>
    `查询是第 ${place} 个词元“${symbol}”，第 ${layer} 层第 ${head} 头。点任何一个数，下面会把它重算一遍。`,
  stepVectors: (d: number) => `1. 查询向量与键向量，各 ${d} 个数，逐个相乘再相加`,
  vectorOf: (name: string, symbol: string) => `“${symbol}”的 ${name}`,
  product: "逐元素乘积 q × k",
  productSum: "加起来就是 q·k =",
  stepScores: (divisor: string) => `2. 除以 ${divisor}，加掩码，做 softmax`,
  keyToken: "键",
  maskColumn: "掩码",
  stepSum: "3. 用权重对所有 v 加权求和，得到这个头的输出",
  outputShort: "输出",
  stepProjection: "4. 拼接所有头，乘以输出矩阵，得到这一层注意力的结果",
  projectionShort: "投影",
  projectionNote: (heads: number, d: number, D: number) =>
    `${heads} 个头 × ${d} 拼成 ${D} 个数，再乘 ${D} × ${D} 的矩阵，加偏置。`,
  showNumbers: (count: number) => `显示全部 ${count} 个数`,
  needsModel: "这里要用模型的权重，请先在上面加载模型。",
  checkHint: "点一个数，这里会列出它由哪些数算出来。",
  check: "验算：",
  cellKinds,
  cellTitle: (cell: Cell, symbols: readonly string[], nameOf: (token: number) => string) =>
    titleCell(cellKinds, cell, symbols, nameOf),
  terms: (count: number) => `${count} 项乘积`,
  sumIs: "乘积之和",
  biasIs: "加上偏置",
  expIs: (keys: number, highest: string) => `这一行能看到 ${keys} 个键，最大的分数是 ${highest}。`,
  verdict: (result: string, shown: string, isSame: boolean) =>
    isSame
      ? `重算得 ${result}，模型用的是 ${shown}，一致。`
      : `重算得 ${result}，模型用的是 ${shown}，不一致。`,
  beforeRotation: "这是旋转之前的值。旋转位置编码随后按位置转动它。",
  weightEdited: "如果你改过这一行的权重，softmax 的结果就不再是实际用的数。",
  headOff: "这个头已经被你置零，所以模型用的是 0。",
  close: "收起验算",
  next: "下一个字",
  nextSummary: (symbol: string, share: string) => `最可能的是“${symbol}”，${share}。`,
  kept: (count: number) => `按下面的设置，有 ${count} 个候选可能被抽中。`,
  temperature: "温度 T",
  greedy: "0（贪心）",
  all: "全部",
  seed: "随机种子",
  sample: "抽一个",
  accept: "采纳",
  acceptThis: (symbol: string) => `采纳“${symbol}”`,
  write: "连着写",
  undo: "撤销",
  drew: (symbol: string) => `抽到“${symbol}”。`,
  full: "上下文已满，先撤销或删几个字。",
  candidate: "候选",
  afterCut: "截断后",
  more: "更多",
  opening: "正在打开…",
  panelFailed: "这一部分没有加载成功，请收起再打开。",
  filtered: (count: number, pattern: string, least: string) =>
    `突出 ${count} 个头：${pattern}的权重不低于 ${least}。`,
  showAll: "全部显示",
  patterns: {
    previous: "看前一个词元",
    first: "看第一个词元",
    self: "看自己",
    same: "看前面相同的词元",
  } satisfies Record<Pattern, string>,
  panels: {
    edit: "动手改：关掉一个头、改一个权重、挪动词元",
    positions: "位置编码：换一种，或者不要",
    scale: "为什么除以 √dₖ",
    heads: "多头：拆开、各算各的、再拼起来",
    acrostic: "藏头诗",
    poem: "哪些头会看格律",
    statistics: "所有头的统计，按模式筛选",
    lens: "logit 透镜：每一层在想什么",
    inside: "残差、层归一化与 MLP",
    cache: "KV 缓存省了多少",
    compare: "两个头或两句话对照",
    translation: "交叉注意力：一对译文，训练前后",
    explanation: "注意力不等于解释",
    toy: "平面上的注意力：不用模型",
    engine: "换引擎：ONNX 与 TypeScript 对账",
    export: "导出与分享",
  } satisfies Record<PanelId, string>,
};

export type Words = typeof zh;

const enKinds: Record<Cell["kind"], string> = {
  query: "a component of q",
  key: "a component of k",
  value: "a component of v",
  score: "q·k",
  scaled: "scaled score",
  weight: "attention weight",
  output: "a component of the head's output",
  projection: "a component of the projection",
  logit: "logit",
};

const en: Words = {
  model: "Model",
  models: { tang: "Tang quatrains (Chinese)", shakespeare: "Shakespeare (English)" },
  text: "Your text",
  count: (tokens, context) => `${tokens} of ${context} tokens, the start token included. `,
  cut: (count) => `${count} characters beyond the context are not read. `,
  unknown: (list) => `Not in the vocabulary: ${list}. `,
  unknownKey:
    "A dashed box holds a character outside the vocabulary; the model only knows that something unknown stands there.",
  privacy: "The text is computed on this machine only.",
  load: (size) => `Load the model (${size})`,
  loadingModel: "Loading the model",
  loading: (loaded, total) => `Loading ${loaded} of ${total}`,
  stop: "Stop",
  retry: "Try again",
  stopped: "Stopped. Your text is kept.",
  why: {
    auto: "the default, it runs everywhere",
    typescript: "your choice",
    wasm: "only it gives the numbers inside; wasm, your choice, runs the ONNX file in “Another engine” below",
    webgpu:
      "only it gives the numbers inside; WebGPU, your choice, runs the ONNX file in “Another engine” below",
  },
  ran: (ms, bytes, hasSimd, why) =>
    `Engine: TypeScript in a Worker (${why}), matrix products ${hasSimd ? "in WebAssembly SIMD" : "in TypeScript too, for want of WebAssembly SIMD"}. One full forward pass ${ms}, ${bytes} loaded.`,
  storedRun:
    "What you see was computed by this model when the site was built. Load the model to run it live.",
  storedOther: "The figure still shows the first sentence. Load the model to run your text.",
  tokens: "Tokens and ids. Choose one to see how it queries the text before it.",
  tokenName: (place) => `token ${place}`,
  isUnknown: "not in the vocabulary",
  headGrid: (layers, heads) =>
    `${layers} layers × ${heads} heads: a row is a layer, a column a head`,
  headName: (layer, head, entropy, isOff) =>
    `${layer}.${head}: layer ${layer}, head ${head}, mean entropy ${entropy} bits${isOff ? ", set to zero" : ""}`,
  headTitle: (layer, head) => `Layer ${layer}, head ${head}`,
  looks: { matrix: "Matrix", lines: "Lines" },
  mask: "Mask",
  masks: { causal: "causal: looks back", bidirectional: "bidirectional: looks both ways" },
  maskNote:
    "The model was trained with the causal mask; bidirectional shows how the matrix changes, and the output is no longer to be trusted.",
  matrixRole: "attention matrix",
  matrixKeys: "Arrow keys move the cell; a row is a query, a column a key.",
  readCell: ({ query, key, score, scaled, weight, sum }) =>
    `“${query}” on “${key}”: ${score ? `q·k = ${score}, scaled ${scaled}, ` : ""}weight ${weight}. This row sums to ${sum}.`,
  readMasked: (query, key) =>
    `“${query}” cannot see “${key}” after it: this cell is −∞ before softmax, and its weight 0.`,
  headSummary: ({ layer, head, query, key, place, weight }) =>
    `In layer ${layer}, head ${head}, “${query}” looks most at token ${place}, “${key}”, with weight ${weight}.`,
  linesKey:
    "Queries left, keys right; a thicker line is a larger weight. Choose a token on the left to bring out its lines.",
  asQuery: (symbol, place) => `take token ${place}, ${symbol}, as the query`,
  asKey: (symbol, place) => `take token ${place}, ${symbol}, as the key`,
  asTable: "Table of weights",
  steps: "Step by step",
  stepsIntro: (symbol, place, layer, head) =>
    `The query is token ${place}, “${symbol}”, in layer ${layer}, head ${head}. Choose any number, and it is worked out again below.`,
  stepVectors: (d) => `1. Query and key, ${d} numbers each, multiplied one by one and summed`,
  vectorOf: (name, symbol) => `${name} of “${symbol}”`,
  product: "Element-wise product q × k",
  productSum: "Summed up: q·k =",
  stepScores: (divisor) => `2. Divide by ${divisor}, mask, softmax`,
  keyToken: "Key",
  maskColumn: "Mask",
  stepSum: "3. The weighted sum of all v is this head's output",
  outputShort: "output",
  stepProjection:
    "4. All heads side by side times the output matrix: what attention adds in this layer",
  projectionShort: "projection",
  projectionNote: (heads, d, D) =>
    `${heads} heads × ${d} make ${D} numbers; then a ${D} × ${D} matrix and a bias.`,
  showNumbers: (count) => `Show all ${count} numbers`,
  needsModel: "This takes the model's weights; load the model above first.",
  checkHint: "Choose a number, and what it is made of is listed here.",
  check: "Check: ",
  cellKinds: enKinds,
  cellTitle: (cell, symbols, nameOf) => titleCell(enKinds, cell, symbols, nameOf),
  terms: (count) => `${count} products`,
  sumIs: "Sum of the products",
  biasIs: "Plus the bias",
  expIs: (keys, highest) => `The row sees ${keys} keys; its highest score is ${highest}. `,
  verdict: (result, shown, isSame) =>
    isSame
      ? `Worked out again: ${result}. The model used ${shown}: the same.`
      : `Worked out again: ${result}. The model used ${shown}: not the same.`,
  beforeRotation: "This is the value before the rotary embedding turns it by its position.",
  weightEdited: "If you set a weight in this row, softmax alone no longer gives the number in use.",
  headOff: "You have set this head to zero, so the model used 0.",
  close: "Close the check",
  next: "The next character",
  nextSummary: (symbol, share) => `Most probable: “${symbol}”, ${share}. `,
  kept: (count) => `With the settings below, ${count} candidates can be drawn.`,
  temperature: "Temperature T",
  greedy: "0 (greedy)",
  all: "all",
  seed: "Seed",
  sample: "Draw one",
  accept: "Accept",
  acceptThis: (symbol) => `Accept “${symbol}”`,
  write: "Keep writing",
  undo: "Undo",
  drew: (symbol) => `Drawn: “${symbol}”.`,
  full: "The context is full; undo or delete some characters.",
  candidate: "Candidate",
  afterCut: "After the cut",
  more: "More",
  opening: "Opening…",
  panelFailed: "This part did not load; close it and open it again.",
  filtered: (count, pattern, least) =>
    `${count} heads stand out: ${pattern} with at least ${least}.`,
  showAll: "Show all",
  patterns: {
    previous: "on the token before",
    first: "on the first token",
    self: "on the token itself",
    same: "on equal tokens before",
  },
  panels: {
    edit: "Edit: switch a head off, set a weight, move tokens",
    positions: "Positions: another kind, or none",
    scale: "Why divide by √dₖ",
    heads: "Several heads: split, attend, join",
    acrostic: "Acrostic poem",
    poem: "Which heads follow the verse",
    statistics: "Statistics of all heads, filter by pattern",
    lens: "Logit lens: what every layer would say",
    inside: "Residual, layer norm and MLP",
    cache: "What a KV cache saves",
    compare: "Compare two heads or two sentences",
    translation: "Cross-attention: a sentence and its translation, before and after training",
    explanation: "Attention is not explanation",
    toy: "Attention on a plane, without a model",
    engine: "Another engine: ONNX against TypeScript",
    export: "Export and share",
  },
};

/** Every word of the page but those of the folded panels. */
export const labels: Bilingual<Words> = { zh, en };

import type { Bilingual } from "../../src/site/languages.ts";
import type { CellKind } from "./cell-kinds.ts";
import type { CellOrder } from "./cells.ts";
import type { CorpusId } from "./corpus.ts";
import type { TracePart } from "./session.ts";

/** What the list of live figures says about this one. */
export const about = {
  zh: {
    title: "LSTM 写诗：每个门都看得见",
    description:
      "唐诗和莎士比亚两个小模型在浏览器里逐字生成；门、细胞状态、每个字的来历，点开就能核对。",
  },
  en: {
    title: "An LSTM that writes, every gate in view",
    description:
      "Two small models, Tang quatrains and Shakespeare, write in the browser; gates, cell states and the origin of each character are open to checking.",
  },
};

const countOf = (value: number): string => Math.round(value).toLocaleString("en");
const milliseconds = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;

interface Extreme {
  at: number;
  character: string;
  value: string;
}

const symbols: Record<TracePart, string> = { i: "i", f: "f", g: "g", o: "o", c: "c", h: "h" };

// What stands between two underscores is a subscript.
const kindEquations: Record<CellKind, string[]> = {
  rnn: ["h = tanh(W x + U h_t−1_ + b)"],
  gru: [
    "r = σ(W_r_ x + U_r_ h_t−1_ + b_r_)",
    "z = σ(W_z_ x + U_z_ h_t−1_ + b_z_)",
    "n = tanh(W_n_ x + U_n_ (r ⊙ h_t−1_) + b_n_)",
    "h = (1 − z) ⊙ n + z ⊙ h_t−1_",
  ],
  lstm: [
    "i = σ(W_i_ x + U_i_ h_t−1_ + b_i_)",
    "f = σ(W_f_ x + U_f_ h_t−1_ + b_f_)",
    "o = σ(W_o_ x + U_o_ h_t−1_ + b_o_)",
    "g = tanh(W_g_ x + U_g_ h_t−1_ + b_g_)",
    "c = f ⊙ c_t−1_ + i ⊙ g",
    "h = o ⊙ tanh(c)",
  ],
};

const zh = {
  corpus: "语料",
  mode: "写法",
  modes: { free: "自由续写", acrostic: "藏头" },
  prompt: "开头",
  promptNote: "多长都行，也可以留空，让模型自己起头。",
  heads: { tang: "藏头的字", shakespeare: "藏头的字母" } as Record<CorpusId, string>,
  headsNote: {
    tang: "每句的第一个字，依次给出，最多 12 个。",
    shakespeare: "每行的第一个字母，依次给出，最多 12 个。",
  } as Record<CorpusId, string>,
  noHeads: "藏头还没有字，请至少写一个。",
  temperature: "温度",
  greedy: "0，贪心",
  off: "不限",
  length: "长度",
  lengthText: (count: number) => `${count} 字`,
  seed: "随机种子",
  otherSeed: "换一个",
  engine: "引擎",
  engines: { auto: "自动", js: "只用 JavaScript" },
  write: "写",
  loadAndWrite: (size: string) => `下载模型（${size}）并写`,
  writeAgain: "按这些干预重写",
  stop: "停下",
  retry: "重试",
  privacy: "计算都在本机，写下的字不会离开这个页面。",
  stored: "这是构建网站时用同一份权重写好的一次真实运行。",
  writing: "正在写……",
  stopped: "已停下，写好的部分留着。",
  wrote: (count: number, ms: number, firstMs: number) =>
    `写了 ${count} 个字，用时 ${milliseconds(ms)}，每秒 ${countOf((1000 * count) / Math.max(ms, 0.1))} 字，首字 ${milliseconds(firstMs)}。`,
  engineLine: (engine: "simd" | "loops", wish: "auto" | "js") =>
    engine === "simd"
      ? "引擎：TypeScript 核心加 wasm 向量乘法，跑在 Worker 里；逐字生成批量为 1，用 GPU 反而慢。"
      : `引擎：纯 JavaScript 循环，跑在 Worker 里，因为${wish === "js" ? "选了只用 JavaScript" : "这个浏览器不支持 wasm 向量指令"}。`,
  loadedLine: (size: string, ms: number) => `模型 ${size}，载入用时 ${milliseconds(ms)}。`,
  unknown: (characters: string, count: number) =>
    `字表里没有 ${characters}（共 ${count} 处），当作未知字读入。`,
  changed: "设置改过了，下面还是上一次写的文字。",
  loadingLabel: "模型下载进度",
  loading: (loaded: string, total: string) => `正在下载模型：${loaded}，共 ${total}`,
  textTitle: "写出的文字",
  textLabel: "写出的文字，逐字可选",
  textKeys: "点一个字看它的来历；方向键在字间移动，上下键换句，Home 和 End 到头尾。",
  origins: { given: "给定", drawn: "模型写的" },
  place: (at: number) => `第 ${at} 字`,
  lineEnd: "换行",
  space: "空格",
  comma: "，",
  entropy: "熵",
  bits: "比特",
  parts: {
    i: "输入门",
    f: "遗忘门",
    g: "候选",
    o: "输出门",
    c: "细胞状态",
    h: "输出",
  } as Record<TracePart, string>,
  symbols,
  keyLow: {
    i: "（门不取负值）",
    f: "（门不取负值）",
    g: "−1",
    o: "（门不取负值）",
    c: "tanh(c) = −1",
    h: "−1",
  } as Record<TracePart, string>,
  keyHigh: {
    i: "1，全开",
    f: "1，全留",
    g: "1",
    o: "1，全开",
    c: "tanh(c) = 1",
    h: "1",
  } as Record<TracePart, string>,
  keyEntropy: (most: string) => `字下短线：写这个字之前预测的熵，占满为 ${most} 比特`,
  keyGiven: "有下划线的字是给定的",
  order: "先看哪些细胞",
  orders: {
    swing: "起伏大的",
    line: "跟着句中位置走的",
    break: "断句前有反应的",
  } as Record<CellOrder, string>,
  orderNotes: {
    swing: "按钮上是细胞编号和 tanh(c) 在这段文字上的标准差。",
    line: "按钮上是细胞编号，以及 tanh(c) 与句中第几个字的相关系数。",
    break: "按钮上是细胞编号，以及 tanh(c) 与“下一个字符不是文字”的相关系数。",
  } as Record<CellOrder, string>,
  strongest: "排在前面的细胞",
  anyCell: (last: number) => `细胞编号（0～${last}）`,
  layer: "层",
  part: "给文字上色的量",
  needsModel: "这里要用到模型，先点上面的下载按钮。",
  copyLink: "复制链接",
  copied: "已复制",
  copyFailed: "没能复制，请从地址栏复制",
  saveCsv: "导出 CSV",
  reset: "恢复默认",
  table: "逐字的数值表",
  character: "字",
  probability: "概率",
  textSummary: (facts: {
    count: number;
    cell: string;
    part: string;
    high: Extreme;
    low: Extreme;
    entropy: string;
  }) =>
    `共 ${facts.count} 字，平均熵 ${facts.entropy} 比特。细胞 ${facts.cell} 的${facts.part}在第 ${facts.high.at} 字“${facts.high.character}”最高（${facts.high.value}），在第 ${facts.low.at} 字“${facts.low.character}”最低（${facts.low.value}）。`,
  characterTitle: "选中的字",
  predictionTitle: "它从哪些候选里来",
  predictionSummary: (facts: {
    before: string;
    character: string;
    p: string;
    drawn: string;
    isGiven: boolean;
    entropy: string;
  }) =>
    `读完${facts.before ? `“${facts.before}”` : "开头的换行"}之后，模型给“${facts.character}”的概率是 ${facts.p}${facts.isGiven ? "；这个字是给定的，不是抽出来的" : `，按温度、top-k 和 top-p 调整后是 ${facts.drawn}，抽中了它`}。这一步的熵是 ${facts.entropy} 比特。`,
  candidate: "候选",
  modelGives: "模型给的概率",
  afterCuts: "调整后",
  came: "选中",
  cut: "截去",
  gatesTitle: (character: string, at: number, cell: string) =>
    `读入“${character}”（第 ${at} 字）时，细胞 ${cell} 里的门`,
  gatesNote: "x 是这个字的嵌入，hₜ₋₁ 是上一步的输出。点门的名字，再点“核对”看它怎样加出来。",
  check: (symbol: string) => `核对 ${symbol}`,
  checkNote: (symbol: string, count: number) =>
    `${symbol} 的和由许多“权重 × 数值”相加而成，这里列出绝对值最大的 ${count} 项，逐项累加。`,
  number: "数",
  weight: "权重",
  value: "数值",
  product: "乘积",
  total: "累计",
  restTerms: (count: number) => `其余 ${count} 项之和`,
  bias: "偏置 b",
  allTerms: (count: number) => `列出全部 ${count} 项`,
  checkResult: (sum: string, kept: string, difference: string) =>
    `重新算：${sum}；网络用的值：${kept}；相差 ${difference}。`,
  influenceTitle: (character: string) => `前面哪些字影响了“${character}”`,
  influenceNote:
    "柱高是 ln p 对每个先前输入的嵌入求出的梯度的长度，由反向传播穿过时间算出。梯度大，表示那个字稍变，这里的预测就明显变。",
  influenceSummary: (top: { character: string; place: number; length: string }[]) =>
    `影响最大的是${top.map(({ character, place, length }) => `${place === 0 ? character : `第 ${place} 字“${character}”`}（${length}）`).join("、")}。`,
  influenceTable: "梯度长度表",
  gradient: "梯度长度",
  start: "开头",
  holdsTitle: "干预：关掉细胞，固定门",
  holdsNote:
    "把一个量钉在固定值上，同一颗种子重写一遍，看文字怎样变坏。细胞和层就是上面选中的那个。",
  holdPart: "干预什么",
  ablate: "细胞状态清零",
  holdAt: "固定在",
  shut: "0（关）",
  wide: "1（开）",
  silent: "0（清零）",
  holdWhere: "范围",
  thisCell: (cell: string) => `细胞 ${cell}`,
  wholeLayer: (layer: number) => `第 ${layer} 层全部细胞`,
  addHold: "加上",
  drop: "去掉",
  hold: (facts: { part: string; where: string; state: string }) =>
    `${facts.where}：${facts.part}固定在 ${facts.state}`,
  free: "没有干预",
  held: "有干预",
  holdSummary: (bits: string, heldBits: string) =>
    `没有干预时写出的那段文字，原来的网络每字要 ${bits} 比特，干预后的网络要 ${heldBits} 比特。`,
  duelTitle: "LSTM 对 Transformer",
  modelTitle: "模型与语料",
  modelSummary: (facts: {
    name: string;
    layers: number;
    width: number;
    hidden: number;
    vocabulary: string;
    parameters: string;
  }) =>
    `${facts.name}模型：${facts.layers} 层 LSTM，每层 ${facts.hidden} 个细胞，嵌入 ${facts.width} 维，字表 ${facts.vocabulary}，共 ${facts.parameters} 个参数。输出层与嵌入共用权重。`,
  corpusLine: (name: string, format: string, licence: string) =>
    `语料：${name}，${format}；${licence}。训练细节和误差见下面的模型卡。`,
  kindsTitle: "同样的尺寸，换成 RNN、GRU 或 LSTM",
  kind: "单元",
  kinds: { rnn: "RNN", gru: "GRU", lstm: "LSTM" } as Record<CellKind, string>,
  kindEquations,
  equations: "公式",
  recurrentWeights: "循环层参数",
  allWeights: "整个模型",
  kindsNote: "三种单元的循环层参数之比是 1 : 3 : 4；字表大时，嵌入占去大头。",
};

export type Words = typeof zh;

const en: Words = {
  corpus: "Corpus",
  mode: "Kind of text",
  modes: { free: "Free", acrostic: "Acrostic" },
  prompt: "Opening",
  promptNote: "Any length; leave it empty and the model begins by itself.",
  heads: { tang: "Heads of the lines", shakespeare: "Heads of the lines" },
  headsNote: {
    tang: "The first character of each line, in order, 12 at most.",
    shakespeare: "The first letter of each line, in order, 12 at most.",
  },
  noHeads: "An acrostic needs at least one character.",
  temperature: "Temperature",
  greedy: "0, greedy",
  off: "off",
  length: "Length",
  lengthText: (count) => `${count} characters`,
  seed: "Random seed",
  otherSeed: "Another",
  engine: "Engine",
  engines: { auto: "Automatic", js: "JavaScript only" },
  write: "Write",
  loadAndWrite: (size) => `Download the model (${size}) and write`,
  writeAgain: "Write again with these held",
  stop: "Stop",
  retry: "Try again",
  privacy: "Everything runs on this machine; what you type never leaves the page.",
  stored: "A real run of the same weights, made when this site was built.",
  writing: "Writing…",
  stopped: "Stopped; what was written stays.",
  wrote: (count, ms, firstMs) =>
    `Wrote ${count} characters in ${milliseconds(ms)}, ${countOf((1000 * count) / Math.max(ms, 0.1))} per second, the first after ${milliseconds(firstMs)}.`,
  engineLine: (engine, wish) =>
    engine === "simd"
      ? "Engine: the TypeScript core with wasm vector products, in a Worker; one character at a time is too little work for a GPU."
      : `Engine: plain JavaScript loops in a Worker, since ${wish === "js" ? "JavaScript only was chosen" : "this browser has no wasm vectors"}.`,
  loadedLine: (size, ms) => `Model ${size}, loaded in ${milliseconds(ms)}.`,
  unknown: (characters, count) =>
    `Not in the vocabulary: ${characters} (${count} in all), read as the unknown character.`,
  changed: "The settings have changed; the text below is still the last one.",
  loadingLabel: "Download of the model",
  loading: (loaded, total) => `Downloading the model: ${loaded} of ${total}`,
  textTitle: "The text",
  textLabel: "The text, character by character",
  textKeys:
    "Choose a character to see where it came from; arrow keys move along the text, up and down by line or word, Home and End to its ends.",
  origins: { given: "given", drawn: "written by the model" },
  place: (at) => `character ${at}`,
  lineEnd: "line end",
  space: "space",
  comma: ", ",
  entropy: "entropy",
  bits: "bits",
  parts: {
    i: "input gate",
    f: "forget gate",
    g: "candidate",
    o: "output gate",
    c: "cell state",
    h: "output",
  },
  symbols,
  keyLow: {
    i: "(a gate is never negative)",
    f: "(a gate is never negative)",
    g: "−1",
    o: "(a gate is never negative)",
    c: "tanh(c) = −1",
    h: "−1",
  },
  keyHigh: {
    i: "1, open",
    f: "1, all kept",
    g: "1",
    o: "1, open",
    c: "tanh(c) = 1",
    h: "1",
  },
  keyEntropy: (most) => `line below: entropy of the prediction before it, full at ${most} bits`,
  keyGiven: "underlined characters were given",
  order: "Which cells first",
  orders: {
    swing: "Those that swing most",
    line: "Those that follow the place in the line",
    break: "Those that foresee a break",
  },
  orderNotes: {
    swing: "Each button gives the cell and the standard deviation of its tanh(c) in this text.",
    line: "Each button gives the cell and the correlation of its tanh(c) with the place in the line.",
    break:
      "Each button gives the cell and the correlation of its tanh(c) with “the next character is no letter”.",
  },
  strongest: "The first cells",
  anyCell: (last) => `Cell (0–${last})`,
  layer: "Layer",
  part: "What colours the text",
  needsModel: "This needs the model: use the download button above.",
  copyLink: "Copy link",
  copied: "Copied",
  copyFailed: "Not copied: take it from the address bar",
  saveCsv: "Save CSV",
  reset: "Reset",
  table: "Table of all values",
  character: "Character",
  probability: "Probability",
  textSummary: ({ count, cell, part, high, low, entropy }) =>
    `${count} characters, mean entropy ${entropy} bits. The ${part} of cell ${cell} is highest at character ${high.at} “${high.character}” (${high.value}) and lowest at character ${low.at} “${low.character}” (${low.value}).`,
  characterTitle: "The chosen character",
  predictionTitle: "The candidates that it came from",
  predictionSummary: ({ before, character, p, drawn, isGiven, entropy }) =>
    `After reading ${before ? `“${before}”` : "the opening line end"}, the model gives “${character}” a probability of ${p}${isGiven ? "; this one was given, not drawn" : `; after temperature, top-k and top-p it is ${drawn}, and it was drawn`}. The entropy of this step is ${entropy} bits.`,
  candidate: "Candidate",
  modelGives: "The model gives",
  afterCuts: "After cuts",
  came: "came",
  cut: "cut off",
  gatesTitle: (character, at, cell) =>
    `The gates of cell ${cell} while reading “${character}” (character ${at})`,
  gatesNote:
    "x is the embedding of this character, hₜ₋₁ the output of the last step. Choose a gate, then “check” to see how it adds up.",
  check: (symbol) => `Check ${symbol}`,
  checkNote: (symbol, count) =>
    `The sum of ${symbol} has many products, weight × value; here are the ${count} largest, added one by one.`,
  number: "Number",
  weight: "Weight",
  value: "Value",
  product: "Product",
  total: "Running total",
  restTerms: (count) => `the other ${count} together`,
  bias: "bias b",
  allTerms: (count) => `List all ${count}`,
  checkResult: (sum, kept, difference) =>
    `Done again: ${sum}; the network used ${kept}; difference ${difference}.`,
  influenceTitle: (character) => `What came before and mattered for “${character}”`,
  influenceNote:
    "Each bar is the length of the gradient of ln p with respect to the embedding of an earlier input, by backpropagation through time. A long one means: change that character a little and this prediction moves a lot.",
  influenceSummary: (top) =>
    `Strongest: ${top.map(({ character, place, length }) => `${place === 0 ? character : `character ${place} “${character}”`} (${length})`).join(", ")}.`,
  influenceTable: "Table of gradient lengths",
  gradient: "Length of the gradient",
  start: "start",
  holdsTitle: "Step in: silence a cell, hold a gate",
  holdsNote:
    "Pin a number to a fixed value, write again from the same seed, and see how the text suffers. Cell and layer are the ones chosen above.",
  holdPart: "What to hold",
  ablate: "cell state at zero",
  holdAt: "Hold it at",
  shut: "0 (shut)",
  wide: "1 (open)",
  silent: "0 (silent)",
  holdWhere: "Where",
  thisCell: (cell) => `cell ${cell}`,
  wholeLayer: (layer) => `all cells of layer ${layer}`,
  addHold: "Add",
  drop: "Remove",
  hold: ({ part, where, state }) => `${where}: ${part} held at ${state}`,
  free: "Nothing held",
  held: "Held",
  holdSummary: (bits, heldBits) =>
    `For the text written with nothing held, the free network needs ${bits} bits per character, the held one ${heldBits}.`,
  duelTitle: "LSTM against transformer",
  modelTitle: "Model and corpus",
  modelSummary: ({ name, layers, width, hidden, vocabulary, parameters }) =>
    `${name}: ${layers === 1 ? "one LSTM layer" : `${layers} LSTM layers`} of ${hidden} cells, embeddings of ${width} numbers, a vocabulary of ${vocabulary}, ${parameters} parameters in all. The output layer shares its weights with the embedding.`,
  corpusLine: (name, format, licence) =>
    `Corpus: ${name}, ${format}; ${licence}. The model card below tells of training and errors.`,
  kindsTitle: "The same sizes as an RNN, a GRU or an LSTM",
  kind: "Cell",
  kinds: { rnn: "RNN", gru: "GRU", lstm: "LSTM" },
  kindEquations,
  equations: "Equations",
  recurrentWeights: "Recurrent weights",
  allWeights: "Whole model",
  kindsNote:
    "The recurrent layers of the three cells stand as 1 : 3 : 4; with a large vocabulary the embedding takes most of the weights.",
};

export const labels: Bilingual<Words> = { zh, en };

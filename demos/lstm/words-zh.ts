import type { CellKind } from "./cell-kinds.ts";
import type { CellOrder } from "./cells.ts";
import type { CorpusId } from "./corpus.ts";
import type { TracePart } from "./session.ts";
import { countOf, type Extreme, kindEquations, milliseconds, symbols } from "./shared-words.ts";

export const zh = {
  jumps: "本页各部分",
  training: "用自己的文本训练",
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
  stored: "下面这段是构建网站时用同一份权重真实生成的。",
  writing: "正在写……",
  stopped: "已停下，写好的部分留着。",
  wrote: (count: number, ms: number, firstMs: number) =>
    `写了 ${count} 个字，用时 ${milliseconds(ms)}，每秒 ${countOf((1000 * count) / Math.max(ms, 0.1))} 字，首字 ${milliseconds(firstMs)}。`,
  engineLine: (engine: "simd" | "loops", wish: "auto" | "js") =>
    engine === "simd"
      ? "引擎：TypeScript 核心加 wasm 向量乘法，跑在 Worker 里；逐字生成每步的计算量小，不用 GPU。"
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
  /** Empty for the gates, which are never negative. */
  keyLow: {
    i: "",
    f: "",
    g: "−1",
    o: "",
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
    verse: "跟着第几句走的",
    line: "跟着句中位置走的",
    break: "断句前有反应的",
  } as Record<CellOrder, string>,
  orderNotes: {
    swing: "按钮上是细胞编号和 tanh(c) 在这段文字上的标准差。",
    verse: "按钮上是细胞编号，以及 tanh(c) 与诗里第几句（莎士比亚是台词里第几行）的相关系数。",
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
  heldInstead: "，被固定为 ",
  heldNote: (symbol: string) => `${symbol} 被你固定住了，下面算出的值没有用上。`,
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

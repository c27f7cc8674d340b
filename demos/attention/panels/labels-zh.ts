import type { Filling } from "../counter-example.ts";
import type { HeadStatistics } from "../head-statistics.ts";
import type { PoemPlace } from "../poem-heads.ts";
import type { PositionMode } from "../positions.ts";

/** The words of the folded panels in Chinese; the English ones have the same shape. */
export const zh = {
  faults: {
    stopped: "已停止。",
    failed: (detail: string) => `没有算出来：${detail}。请再试一次。`,
  },
  edit: {
    intro: "改动马上重算，下面列出输出变了多少。先在上面的矩阵里选层、头和格子。",
    zero: (layer: number, head: number) => `把第 ${layer} 层第 ${head} 头的输出置零`,
    weight: (query: string, key: string, layer: number, head: number) =>
      `第 ${layer} 层第 ${head} 头：“${query}”对“${key}”的权重，同一行其余按比例缩放`,
    masked: "选中的格子被掩码挡住了，权重只能是 0，换一个格子再改。",
    order: "拖动词元换位置，或选中后按左右方向键。",
    orderName: (symbol: string, place: number) => `第 ${place} 个词元 ${symbol}，左右方向键移动`,
    shuffle: "打乱",
    reset: "全部还原",
    zeroed: (layer: number, head: number) => `第 ${layer} 层第 ${head} 头已置零`,
    set: (layer: number, head: number, query: string, key: string, weight: string) =>
      `第 ${layer} 层第 ${head} 头：“${query}”→“${key}”改为 ${weight}`,
  },
  deltas: {
    none: "还没有改动，输出和原来一样。",
    summary: (share: string) => `下一个字的分布变了 ${share}（总变差），变得最多的是：`,
    candidate: "候选",
    before: "原来",
    after: "现在",
    change: "变化",
  },
  positions: {
    title: "位置编码",
    modes: {
      learned: "学到的（训练时用的）",
      sinusoidal: "正弦",
      rotary: "旋转",
      none: "不要",
    } satisfies Record<PositionMode, string>,
    notes: {
      learned: "每个位置一个向量，训练时学到，加在词向量上。",
      sinusoidal: "换成固定的正弦与余弦，强度调成与学到的一样。模型没有见过它，输出会变差。",
      rotary: "不加向量，改为按位置旋转 q 和 k。模型没有见过它，输出会变差。",
      none: "不加任何位置信息，注意力只看内容。",
    } satisfies Record<PositionMode, string>,
    proofTitle: "没有位置，就分不清次序",
    proofIntro: "去掉掩码，把你的文字正着、倒着各算一遍，再把倒着的各行放回原位相减。",
    prove: "算一算",
    gap: "logit 的最大差",
    verdict:
      "不要位置编码时至多剩下浮点误差：打乱输入，输出只是跟着打乱。有位置编码时，次序才起作用。",
  },
  scale: {
    toyTitle: "随机向量",
    toyIntro: (keys: number) =>
      `一个查询和 ${keys} 个键，每个分量都取自标准正态分布。dₖ 越大，q·k 的散布越大，softmax 越容易只剩一个。`,
    again: "再抽一次",
    without: "不缩放",
    withRoot: (root: string) => `除以 √dₖ = ${root}`,
    saturated: (entropy: string, highest: string, slope: string) =>
      `熵 ${entropy} 比特，最大权重 ${highest}，权重对分数的最大斜率 ${slope}。`,
    realTitle: (layer: number, head: number) => `真实的头：第 ${layer} 层第 ${head} 头`,
    divisor: "除数",
    usual: (d: number) => `恢复 √${d}`,
    entropy: "熵（比特）",
    highest: "最大权重",
    realNote: "滑块改的是整个模型里每个头的除数，矩阵和输出都会跟着变。",
  },
  multi: {
    shapes: (T: number, D: number, heads: number, d: number) =>
      `形状：输入 [${T}, ${D}]，切成 ${heads} 个头，每个头的 q、k、v 是 [${T}, ${d}]，权重 [${T}, ${T}]，输出 [${T}, ${d}]；拼起来 [${T}, ${D}]，乘 W_O [${D}, ${D}]，得 [${T}, ${D}]。下面是所选查询的那一行。`,
    head: (head: number) => `第 ${head} 头`,
    looks: (key: string, weight: string, norm: string) =>
      `最看重“${key}”（${weight}），输出长度 ${norm}`,
    all: (count: number) => `显示全部 ${count} 个数`,
    concat: (D: number) => `拼接，[${D}]`,
    projected: (D: number) => `乘 W_O 加偏置，[${D}]`,
    check: "点投影的一个数，验算会出现在“一步一步算”下面。",
  },
  acrostic: {
    intro:
      "给四个字，每句以一个字开头，其余由模型写。不足四个时，剩下的句子由模型开头。温度、top-k、top-p 和种子用上面的设置。",
    heads: "藏头的字",
    metre: "句式",
    five: "五言",
    seven: "七言",
    write: "写一首",
    wrote: (seed: number) => `种子 ${seed}。再按一次换下一个种子。`,
    unknown: (list: string) => `这些不能作句首：${list}，请换成字表里的汉字。`,
    look: "用这首诗看注意力",
  },
  poem: {
    intro:
      "让模型自己写十二首诗（种子 1 到 12），量每个头把多少权重放在格律要紧的位置上，再和均匀分配相比。",
    metre: "句式",
    five: "五言",
    seven: "七言",
    measure: "开始量",
    stop: "停止",
    ownIrregular: "你的文字不是整齐的五言或七言，不算在内。",
    source: (count: number, isOwn: boolean) =>
      `量了模型写的 ${count} 首${isOwn ? "和你的文字" : ""}，每个位置列出权重最大的三个头。`,
    summary: (best: { head: string; place: string; share: string; chance: string }) =>
      `最突出的是${best.head}。位置：${best.place}。它放在那里的权重是 ${best.share}，均匀时只有 ${best.chance}。`,
    place: "位置",
    places: {
      "line-back": "正好上一句的同一个位置",
      "next-place": "上一句里，下一个字对应的位置",
      rhyme: "写韵脚之前，看前面的韵脚",
      previous: "前一个字",
    } satisfies Record<PoemPlace, string>,
    best: "头",
    share: "权重",
    chance: "均匀时",
    head: (layer: number, head: number) => `第 ${layer} 层第 ${head} 头`,
    note: "五言的上一句隔 6 个词元，七言隔 8 个，标点也算一个。点头的名字，到矩阵里看。",
  },
  statistics: {
    title: "所有头的统计",
    intro: "对当前文字现算，第一个词元没有选择，不计入。点列名排序。",
    filter: "突出哪一种头",
    none: "不筛选",
    least: "权重至少",
    head: "头",
    columns: {
      entropy: "熵（比特）",
      distance: "平均距离",
      previous: "前一个",
      first: "第一个",
      self: "自己",
      same: "相同的",
    } satisfies Record<keyof HeadStatistics, string>,
  },
  lens: {
    intro: (symbol: string) =>
      `在“${symbol}”之后，把每一层的结果直接接上最后的归一化和输出层，看它会猜什么字。`,
    summary: (symbol: string, layer: number) =>
      layer === 0 ? `从词向量起就猜“${symbol}”。` : `第 ${layer} 层起，第一名定为“${symbol}”。`,
    layer: "层",
    embedding: "词向量",
    after: (layer: number) => `第 ${layer} 层后`,
  },
  inside: {
    intro: (symbol: string) => `词元“${symbol}”穿过各层时的真实数值。`,
    stream: "残差流：进来多长，注意力和 MLP 各加多长",
    layer: "层",
    parts: { input: "输入", attention: "+ 注意力", mlp: "+ MLP", output: "输出" },
    norm: (layer: number) => `第 ${layer} 层的层归一化`,
    normNumbers: (mean: string, deviation: string) =>
      `减去均值 ${mean}，除以标准差 ${deviation}，再乘增益、加偏置。`,
    before: "之前",
    afterNorm: "之后",
    mlp: (units: number) => `MLP：${units} 个单元`,
    active: (active: number, units: number) =>
      `GELU 之后为正的有 ${active} 个，共 ${units} 个。最强的几个：`,
    unit: "单元",
    up: "激活前",
    down: "MLP 加到残差流上的",
    all: (count: number) => `显示全部 ${count} 个数`,
  },
  cache: {
    intro: "生成下一个字时，前面词元的 k 和 v 不会变，存下来就不必重算。",
    allPicture: (T: number) => `没有缓存：${T} 行全部重算`,
    keptPicture: (T: number) => `有缓存：只算第 ${T} 行，其余取自缓存`,
    withoutCache: (T: number, cells: number) =>
      `没有缓存：${T} 行都要算，画出 ${cells} 个格子，连同掩住的一半，方阵共 ${T * T} 个。`,
    withCache: (T: number) => `有缓存：只算最后一行，${T} 个格子。`,
    tokens: "词元数",
    pairs: "算几对 q·k",
    products: "乘法总数",
    full: "无缓存",
    cached: "有缓存",
    memory: "缓存大小",
    order:
      "每对 q·k 按每层每头计一次；无缓存按整个方阵算，随长度平方增长，有缓存随长度线性增长。乘法总数含投影、MLP 和最后一行的输出层。",
    measure: "用你的文字实测",
    measured: (full: string, step: string, gap: string) =>
      `完整前向（保留所有中间值）${full}，带缓存走最后一步 ${step}，两者 logit 最多差 ${gap}。`,
  },
  compare: {
    kind: "对照什么",
    heads: "两个头",
    texts: "两句话",
    other: "另一个头",
    layer: (layer: number) => `第 ${layer} 层`,
    second: "另一句话",
    cell: (query: string, key: string, left: string, right: string) =>
      `“${query}”→“${key}”：左 ${left}，右 ${right}。`,
    distance: (distance: string) => `两个头各行平均相差 ${distance}（总变差，0 相同，1 全不同）。`,
  },
  explanation: {
    intro:
      "权重大，不等于模型因此这样预测。这里在真实模型上搜索：给尽量多的头换上与原来无关的权重，同时让下一个字的分布几乎不变。",
    search: "搜索反例",
    stop: "停止",
    found: (facts: { count: number; heads: number; moved: string; output: string }) =>
      facts.count === 0
        ? "这句话没有找到反例：换掉任何一个头，预测都会明显改变。"
        : `${facts.heads} 个头里换掉了 ${facts.count} 个，它们的权重平均变了 ${facts.moved}，预测只变了 ${facts.output}（都是总变差）。`,
    replaced: (layer: number, head: number, filling: string, moved: string) =>
      `第 ${layer} 层第 ${head} 头：${filling}，变了 ${moved}`,
    fillings: {
      reversed: "前后颠倒",
      uniform: "平均分配",
      first: "全给第一个词元",
      self: "全给自己",
    } satisfies Record<Filling, string>,
    candidate: "候选",
    before: "原来",
    after: "换过之后",
    moral: "两种注意力，几乎同一个预测。要说明某个头重要，得动手改它再看输出，只看权重不够。",
  },
  translation: {
    intro:
      "上面的模型只有解码器。翻译模型还有编码器：解码器每写一个词，先用交叉注意力看一遍原文。这里存着一个小翻译模型训练途中四个时刻的全部权重，不用加载模型。",
    model: (parameters: string, trained: string, heldOut: number) =>
      `编码器、解码器各两层两头，${parameters} 个参数，用一套小语法造出的 ${trained} 个英汉句对训练。下面六句和评测用的 ${heldOut} 句都不在训练数据里。`,
    pair: "原文",
    step: "训练步数",
    head: "层.头",
    writes: (step: string) => `第 ${step} 步时，模型译成“`,
    stop: "”。",
    knows: (correct: string, loss: string) =>
      `没见过的句子里，一字不差的占 ${correct}，平均每词 ${loss} 比特。`,
    target: "正确的译文。点一个词，看模型写它时在看哪里：",
    source: (word: string) => `写“${word}”时对原文各词的权重（红框是它所译的词）：`,
    looks: (target: string, source: string, weight: string, isAligned: boolean) =>
      `写“${target}”时最看重 ${source}，权重 ${weight}，${isAligned ? "正是所译的词" : "不是所译的词"}。`,
    aligned: (layer: number, head: number, share: string) =>
      `在没见过的句子里，第 ${layer} 层第 ${head} 头有 ${share} 的词最看重所译的词。`,
    cross: "交叉注意力：行是译文，列是原文",
    encoder: "编码器自注意力：原文看原文",
    decoder: "解码器自注意力：译文看前文",
    ring: "红框由造句的语法给出，模型没见过。汉语把时间、地点放在动词前，英语放在句末，深色格子因此不在对角线上。编码器和解码器两张图画的是同一层同一头。解码器的行是正要写的词，列是已经写出的词，从起始符 ⟨s⟩ 开始。",
    growing: "同一个头，训练途中",
    atStep: (step: string) => `第 ${step} 步`,
    table: "最看重所译之词的比例",
    correct: "译对的句子",
    lesson:
      "训练到后来，句子全译对了，有些头的对齐反而变差：模型不必盯着所译的词，也能从别处得到信息。对齐图能给出线索，不能当证据。",
  },
  toy: {
    intro: "每个词有二维的 q、k、v。拖动箭头，或选中端点后按方向键，看权重和输出怎样变。",
    query: "谁在查询",
    scale: "缩放",
    noScale: "不缩放",
    add: "加一个词",
    remove: "减一个词",
    reset: "还原",
    names: ["猫", "追", "鼠", "夜", "里"],
    planes: { match: "查询与键：方向越一致，分数越高", mix: "值与输出：线越粗，权重越大" },
    hint: "端点可以拖动，也可以用方向键移动",
    output: "输出",
    word: "词",
    sum: (word: string, output: string) => `“${word}”的输出是各 v 的加权和 ${output}。`,
  },
  engine: {
    intro:
      "同一组权重还有一份 ONNX 文件，由 transformers.js 在 Worker 里运行，运行库也由本站提供。可以拿它和 TypeScript 引擎对账。",
    size: (model: string, runtime: string) => `要再加载模型 ${model} 和运行库 ${runtime}。`,
    device: "运行在",
    devices: {
      wasm: "wasm（CPU）",
      webgpu: "WebGPU（显卡）",
      typescript: "TypeScript（页面自己的引擎）",
    },
    run: "加载并对账",
    runOwn: "运行",
    stop: "停止",
    loading: (text: string) => `正在加载 ${text}`,
    running: "正在运行…",
    ran: (device: string, ms: string) => `引擎：ONNX，${device}。一次前向 ${ms}。`,
    ranOwn: (ms: string) =>
      `引擎：TypeScript，在 Worker 里运行，因为你选了它。一次前向 ${ms}，没有再加载什么。`,
    software: "这块显卡是用 CPU 模拟的，会很慢。",
    fallback: (why: string) => `WebGPU 不能用（${why}），改用 wasm。`,
    gap: (logits: string, attention: string) =>
      `与 TypeScript 引擎相比，logit 最多差 ${logits}，注意力权重最多差 ${attention}。`,
    verdicts: { same: "在 1e-3 以内，一致。", different: "超过 1e-3，不一致。" },
    needsUsual:
      "ONNX 文件只按训练时的方式运行（因果掩码、学到的位置、√dₖ、没有改动），对账时 TypeScript 引擎也这样跑。",
    failed: (detail: string) =>
      `ONNX 引擎没有跑起来：${detail}。TypeScript 引擎不受影响，可以重试。`,
  },
  export: {
    intro: "导出当前的层和头。链接里带着文字和所有设置。",
    png: "矩阵图 PNG",
    csv: "这个头的权重 CSV",
    allCsv: "所有头的权重 CSV",
    link: "复制带文字的链接",
    copied: "已复制。",
    copyFailed: "浏览器不让复制，链接在这里：",
    pictureFailed: "图片没有生成，请换 CSV。",
  },
};

export type PanelWords = typeof zh;
export type EditWords = PanelWords["edit"];

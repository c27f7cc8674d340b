import type { DemoAbout } from "../../../src/site/demos.ts";
import type { Bilingual } from "../../../src/site/languages.ts";
import type { EngineChoice, EngineId } from "./engine.ts";
import type { CellKind } from "./network-shape.ts";
import type { SettingName } from "./plan.ts";

export const about: Bilingual<DemoAbout> = {
  zh: {
    title: "用自己的文本训练 RNN、GRU、LSTM",
    description:
      "在浏览器里从零训练一个字符级模型：看损失、看样本、随时暂停和倒回，再比较三种单元的梯度怎样随时间消失。",
  },
  en: {
    title: "Train RNN, GRU and LSTM on your own text",
    description:
      "Train a character model from scratch in your browser: watch loss and samples, pause and rewind, and compare how the gradients of the three cells fade over time.",
  },
};

export const cellNames: Record<CellKind, string> = { rnn: "RNN", gru: "GRU", lstm: "LSTM" };

export const engineNames: Record<EngineId, string> = {
  webgpu: "WebGPU",
  webgl: "WebGL",
  wasm: "wasm",
  typescript: "TypeScript",
};

interface Words {
  text: string;
  textNote: (characters: string, kinds: string) => string;
  openFile: string;
  sampleText: string;
  settingsTitle: string;
  cell: string;
  parameters: (count: string, vocabulary: string) => string;
  equations: string;
  attention: string;
  attentionNote: string;
  settings: Record<SettingName, string>;
  more: string;
  engine: string;
  engineChoice: Record<EngineChoice, string>;
  start: string;
  startNote: string;
  pause: string;
  resume: string;
  step: string;
  stop: string;
  stopping: string;
  goOn: (step: string) => string;
  again: string;
  lose: string;
  rewind: string;
  rewindTo: (step: string) => string;
  save: string;
  store: string;
  load: string;
  restore: string;
  stored: string;
  nothingStored: string;
  storeFailed: string;
  loaded: (cell: string, step: string) => string;
  badFile: string;
  progress: (step: string, goal: string, rounds: string) => string;
  starting: string;
  storedRun: string;
  failed: string;
  stopped: string;
  runTitle: string;
  lossAxis: string;
  stepAxis: string;
  trainLoss: string;
  checkedLoss: string;
  baseline: (order: number) => string;
  table: string;
  samplesTitle: string;
  sampleNow: string;
  prompt: string;
  temperature: string;
  atStep: (step: string) => string;
  columns: { step: string; loss: string; checked: string; norm: string; ms: string };
  fadeTitle: string;
  fadeIntro: string;
  fadeSteps: string;
  fadeRun: string;
  fadeAxis: string;
  backAxis: string;
  copyTitle: string;
  copyIntro: string;
  copyRun: string;
  gap: string;
  copySteps: string;
  forgetBias: string;
  successAxis: string;
  speedTitle: string;
  speedIntro: string;
  speedRun: string;
  speedColumns: { engine: string; ms: string; ratio: string; note: string };
  running: string;
  privacy: string;
}

export const labels: Bilingual<Words> = {
  zh: {
    text: "训练文本",
    textNote: (characters, kinds) => `${characters} 个字符，${kinds} 种`,
    openFile: "打开文本文件",
    sampleText: "换回示例文本",
    settingsTitle: "模型与训练",
    cell: "单元",
    parameters: (count, vocabulary) => `${count} 个参数，词表 ${vocabulary}`,
    equations: "公式",
    attention: "窗口内注意力",
    attentionNote: "输出前，每个隐状态再按点积权重加上窗口里它之前的隐状态，不增加参数。",
    settings: {
      units: "单元数 H",
      layers: "层数",
      rate: "学习率",
      length: "序列长度（截断 BPTT）",
      batch: "批大小",
      clip: "梯度裁剪上限",
      steps: "训练步数",
      every: "每隔几步采样",
      seed: "随机种子",
    },
    more: "更多设置",
    engine: "引擎",
    engineChoice: {
      auto: "自动选择",
      webgpu: "WebGPU",
      webgl: "WebGL",
      wasm: "wasm",
      typescript: "TypeScript",
    },
    start: "开始训练",
    startNote: "TypeScript 引擎不用下载；其他引擎首次约 0.3 MB。",
    pause: "暂停",
    resume: "继续",
    step: "走一步",
    stop: "停止",
    stopping: "正在停止……",
    goOn: (step) => `从第 ${step} 步接着训练`,
    again: "从头训练",
    lose: "模拟设备丢失",
    rewind: "倒回到",
    rewindTo: (step) => `第 ${step} 步`,
    save: "存成文件",
    store: "存进浏览器",
    load: "从文件读入",
    restore: "从浏览器读回",
    stored: "已存进这个浏览器。",
    nothingStored: "这个浏览器里还没有存过模型。",
    storeFailed: "浏览器不让存，可改存成文件。原因：",
    loaded: (cell, step) =>
      `读入了一个训练到第 ${step} 步的 ${cell}。点“接着训练”，就在当前文本上微调它。`,
    badFile: "读不懂这个模型文件：",
    progress: (step, goal, rounds) => `第 ${step} / ${goal} 步，约读了 ${rounds} 遍文本`,
    starting: "正在准备引擎……",
    storedRun: "下面是网站构建时真实跑过的一次训练（TypeScript 引擎）。点“开始训练”换成你自己的。",
    failed: "训练中断，文本和设置都还在，可以重来。原因：",
    stopped: "已停止。",
    runTitle: "损失",
    lossAxis: "比特/字符",
    stepAxis: "训练步",
    trainLoss: "训练批次",
    checkedLoss: "留出文本",
    baseline: (order) => `${order} 元模型`,
    table: "数据表",
    samplesTitle: "样本",
    sampleNow: "现在采样",
    prompt: "开头（可空）",
    temperature: "温度",
    atStep: (step) => `第 ${step} 步`,
    columns: {
      step: "步",
      loss: "训练批次",
      checked: "留出文本",
      norm: "梯度范数",
      ms: "毫秒",
    },
    fadeTitle: "梯度怎样消失",
    fadeIntro:
      "同一段文本、同一个种子、同样的批次，三种单元各训练几步，再只对窗口最后一个字符算损失，把 ‖∂L/∂h‖ 逐步往回传。LSTM 的细胞状态 c 另画一条。",
    fadeSteps: "先训练几步",
    fadeRun: "测三种单元",
    fadeAxis: "梯度范数（对数轴）",
    backAxis: "距窗口末尾的步数",
    copyTitle: "隔多远还记得住",
    copyIntro:
      "先给一个符号（八选一），隔若干空白，再让模型说出它。三种单元学同样的序列，在另外 200 条序列上测正确率；瞎猜是 12.5%。把遗忘门偏置调到 1 和 3 各试一次：σ(1) ≈ 0.73，连乘几十次就所剩无几。",
    copyRun: "训练三种单元",
    gap: "间隔",
    copySteps: "训练步数",
    forgetBias: "LSTM 遗忘门偏置",
    successAxis: "正确率",
    speedTitle: "哪个引擎更快",
    speedIntro: "按上面的模型和批次，在这台设备上给每个引擎计时。先过自检，预热两步，再取中位数。",
    speedRun: "给引擎计时",
    speedColumns: { engine: "引擎", ms: "毫秒/步", ratio: "相对 TypeScript", note: "说明" },
    running: "正在运行……",
    privacy: "文本只在你的浏览器里处理，不会上传。",
  },
  en: {
    text: "Text to train on",
    textNote: (characters, kinds) => `${characters} characters, ${kinds} different`,
    openFile: "Open a text file",
    sampleText: "Back to the sample text",
    settingsTitle: "Model and training",
    cell: "Cell",
    parameters: (count, vocabulary) => `${count} parameters, vocabulary of ${vocabulary}`,
    equations: "Equations",
    attention: "Attention over the window",
    attentionNote:
      "Before the output, each hidden state adds the earlier ones of its window, weighted by dot products; no parameters are added.",
    settings: {
      units: "Units H",
      layers: "Layers",
      rate: "Learning rate",
      length: "Sequence length (truncated BPTT)",
      batch: "Batch size",
      clip: "Gradient clipping limit",
      steps: "Training steps",
      every: "Steps between samples",
      seed: "Random seed",
    },
    more: "More settings",
    engine: "Engine",
    engineChoice: {
      auto: "Automatic",
      webgpu: "WebGPU",
      webgl: "WebGL",
      wasm: "wasm",
      typescript: "TypeScript",
    },
    start: "Start training",
    startNote: "Nothing to download for the TypeScript engine; some 0.3 MB once for the others.",
    pause: "Pause",
    resume: "Continue",
    step: "One step",
    stop: "Stop",
    stopping: "Stopping…",
    goOn: (step) => `Train on from step ${step}`,
    again: "Start over",
    lose: "Simulate a lost device",
    rewind: "Rewind to",
    rewindTo: (step) => `step ${step}`,
    save: "Save as file",
    store: "Keep in browser",
    load: "Load from file",
    restore: "Load from browser",
    stored: "Kept in this browser.",
    nothingStored: "No model has been kept in this browser.",
    storeFailed: "The browser refuses to keep it; save it as a file instead. Reason: ",
    loaded: (cell, step) =>
      `Loaded: ${cell}, trained up to step ${step}. “Train on” fine-tunes it on the present text.`,
    badFile: "This model file cannot be read: ",
    progress: (step, goal, rounds) => `Step ${step} of ${goal}, about ${rounds} rounds of the text`,
    starting: "Preparing an engine…",
    storedRun:
      "Below is a real run, computed when the site was built (TypeScript engine). Start training to put yours in its place.",
    failed: "Training broke off; text and settings are kept, so try again. Reason: ",
    stopped: "Stopped.",
    runTitle: "Loss",
    lossAxis: "bits per character",
    stepAxis: "training step",
    trainLoss: "training batch",
    checkedLoss: "held-out text",
    baseline: (order) => `${order}-gram model`,
    table: "Data table",
    samplesTitle: "Samples",
    sampleNow: "Sample now",
    prompt: "Beginning (may be empty)",
    temperature: "Temperature",
    atStep: (step) => `Step ${step}`,
    columns: {
      step: "Step",
      loss: "Training batch",
      checked: "Held-out text",
      norm: "Gradient norm",
      ms: "Milliseconds",
    },
    fadeTitle: "How gradients fade",
    fadeIntro:
      "Same text, same seed, same batches: each cell trains for some steps; then only the window's last character counts as loss, and ‖∂L/∂h‖ is carried back step by step. The memory cell c of the LSTM has a line of its own.",
    fadeSteps: "Steps of training before",
    fadeRun: "Measure the three cells",
    fadeAxis: "gradient norm (log axis)",
    backAxis: "steps before the window's end",
    copyTitle: "How far back it remembers",
    copyIntro:
      "The model sees one of eight symbols, then blanks, and must name the symbol. The three cells learn the same sequences and are tested on 200 others; guessing scores 12.5%. Try a forget-gate bias of 1 and of 3: σ(1) ≈ 0.73, and a product of dozens of those leaves next to nothing.",
    copyRun: "Train the three cells",
    gap: "Gap",
    copySteps: "Training steps",
    forgetBias: "Forget-gate bias of the LSTM",
    successAxis: "success rate",
    speedTitle: "Which engine is faster",
    speedIntro:
      "Times every engine on this device with the model and batch above: self-test first, two steps of warm-up, then the median.",
    speedRun: "Time the engines",
    speedColumns: {
      engine: "Engine",
      ms: "Milliseconds per step",
      ratio: "Against TypeScript",
      note: "Remark",
    },
    running: "Running…",
    privacy: "Your text is processed in your browser and never uploaded.",
  },
};

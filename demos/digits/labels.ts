/** What the list of live figures says about this one. */
export const about = {
  zh: {
    title: "手写数字识别",
    description:
      "在板上写一个数字，边写边认：十个类别的概率、网络看到的 28 × 28 图和第一层的特征图。",
  },
  en: {
    title: "Handwritten digits",
    description:
      "Draw a digit and watch the network read it: ten probabilities, the 28 × 28 picture it sees, and the feature maps of its first layer.",
  },
};

const zh = {
  pad: "手写板",
  padRole: "手写板",
  hint: "用鼠标、手指或笔写一个数字，尽量写大。键盘：方向键移动，空格落笔、抬笔，Esc 抬笔。",
  cursor: (x: number, y: number, isDown: boolean) =>
    `笔在第 ${x + 1} 列第 ${y + 1} 行，${isDown ? "落下" : "抬起"}。`,
  undo: "撤销",
  clear: "清空",
  empty: "板上没有笔画，写一个数字看看。",
  summary: (digit: number, p: string, next: number, nextP: string) =>
    `认作 ${digit}，概率 ${p}；其次是 ${next}，${nextP}。`,
  bars: "十个类别的概率",
  digit: "类别",
  probability: "概率",
  picture: "网络看到的图",
  pictureNote: "裁到笔画，长边缩到 20 像素，重心移到 28 × 28 的正中。",
  maps: (count: number) => `第一层的 ${count} 张特征图`,
  mapsNote:
    "每张图是一个 5 × 5 卷积核滑过“网络看到的图”、再过 ReLU 的结果；与底色差得越多，响应越大。",
  map: (index: number) => `特征图 ${index}`,
  stored: "这是预先存好的一次计算，用的就是随页发布的权重。",
  loading: (size: string) => `正在取模型（${size}）……`,
  status: (ms: string, size: string) =>
    `引擎：Worker 里的 TypeScript 核心，用 CPU（网络很小，不必动用 GPU）。这次 ${ms} ms，模型 ${size}。`,
  retry: "重试",
  ignored: "地址里的笔画读不懂，换成了例子。",
  model: (parameters: string, trained: string, heldOut: string, accuracy: string) =>
    `网络有 ${parameters} 个参数，用 ${trained} 张 MNIST 图片训练；留出的 ${heldOut} 张认对 ${accuracy}。`,
  seed: (command: string, seed: number, sha: string) =>
    `重训：在 models/ 下运行 ${command}，种子 ${seed}；权重的 SHA-256 以 ${sha} 开头。`,
  limits: "它只认单个数字。写一个字母，它照样会挑一个数字出来：十个概率相加总是 1。",
};

const en: typeof zh = {
  pad: "Drawing pad",
  padRole: "drawing pad",
  hint: "Draw a large digit with mouse, finger or pen. Keyboard: arrow keys move, space puts the pen down or up, Esc lifts it.",
  cursor: (x, y, isDown) => `Pen at column ${x + 1}, row ${y + 1}, ${isDown ? "down" : "up"}.`,
  undo: "Undo",
  clear: "Clear",
  empty: "The pad is empty. Draw a digit.",
  summary: (digit, p, next, nextP) =>
    `Read as ${digit}, probability ${p}; next is ${next}, ${nextP}.`,
  bars: "Probabilities of the ten classes",
  digit: "Class",
  probability: "Probability",
  picture: "What the network sees",
  pictureNote:
    "Cropped to the ink, longer side scaled to 20 pixels, centre of mass in the middle of 28 × 28.",
  maps: (count) => `The ${count} feature maps of the first layer`,
  mapsNote:
    "Each is one 5 × 5 kernel slid over the picture that the network sees, then ReLU; the more a point stands out from the paper, the stronger its response.",
  map: (index) => `Feature map ${index}`,
  stored: "This is a stored run of the weights that the page ships.",
  loading: (size) => `Loading the model (${size}) …`,
  status: (ms, size) =>
    `Engine: the TypeScript core in a Worker, on the CPU (the network is too small to need a GPU). This time ${ms} ms, model ${size}.`,
  retry: "Try again",
  ignored: "The strokes in the address could not be read; the example stands in.",
  model: (parameters, trained, heldOut, accuracy) =>
    `The network has ${parameters} parameters and was trained on ${trained} MNIST images; of ${heldOut} held-out ones it reads ${accuracy} right.`,
  seed: (command, seed, sha) =>
    `Train it again: ${command} in models/, seed ${seed}. The SHA-256 of the weights begins with ${sha}.`,
  limits:
    "It knows single digits only. Draw a letter and it still picks a digit: the ten probabilities always add up to 1.",
};

export const labels = { zh, en };

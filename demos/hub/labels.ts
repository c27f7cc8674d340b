import { mostTokens } from "./protocol.ts";

/** What the list of live figures says about this one. */
export const about = {
  zh: {
    title: "看别的模型的注意力",
    description:
      "用 transformers.js 加载任意一个导出了注意力的模型：来自 Hugging Face Hub、镜像站，或本站自带的文件夹。",
  },
  en: {
    title: "Attention of a model from the hub",
    description:
      "Load any model that exports its attentions with transformers.js: from the Hugging Face hub, from a mirror, or from a folder of this site.",
  },
};

const zh = {
  promise:
    "点“查大小”之前，这一页不发任何请求。你的文字只在浏览器里处理。选 Hub 或镜像时，浏览器会向你选的网址取模型文件；这是全站唯一会连别家服务器的一页。",
  noscript: "这一页要开启 JavaScript。",
  from: "从哪里取",
  places: { local: "本站文件夹", hub: "Hugging Face Hub", mirror: "镜像站" },
  model: "模型 id",
  modelHint: {
    local: "本站 models/ 下的文件夹，例如 tang-transformer、shakespeare-transformer",
    hub: "所有者/名称。要导出注意力的 ONNX 模型，普通导出没有这一项",
    mirror: "所有者/名称，和 Hub 上一样",
  },
  host: "镜像站地址",
  hostHint: "https:// 开头；本机的镜像也可以用 http://localhost",
  look: "查大小",
  looking: "正在查……",
  offers: "找到这些文件",
  dtype: "精度",
  file: "文件",
  size: "大小",
  total: "合计",
  unknownSize: "未知",
  run: (size: string) => `下载并运行（${size}）`,
  runAgain: "再运行一次",
  text: "文字",
  textHint: `最多 ${mostTokens} 个词元`,
  stop: "停止",
  loading: (loaded: string, total: string) => `已下载 ${loaded} / ${total}`,
  working: "正在运行……",
  stopped: "已停止，文字还在。",
  retry: "重试",
  layer: "层",
  head: "头",
  matrix: "注意力权重",
  matrixRole: "矩阵",
  keys: "方向键移动格子，Home 和 End 到行首行尾。",
  cell: (query: string, key: string, weight: string) => `“${query}”看“${key}”：${weight}`,
  row: (query: string) => `“${query}”这一行，从大到小`,
  token: "词元",
  weight: "权重",
  status: (device: string, reason: string, ms: string, bytes: string) =>
    `引擎：${device}${reason && `（${reason}）`}。前向 ${ms}，模型文件 ${bytes}。`,
  rowFault: (fault: string) => `每行之和与 1 最多差 ${fault}。`,
  devices: { webgpu: "WebGPU", wasm: "wasm（CPU）" },
  noGpu: {
    "no-api": "这个浏览器没有 WebGPU",
    "no-adapter": "WebGPU 没有给出适配器",
    "no-device": "WebGPU 没有给出设备",
    software: "WebGPU 只有软件模拟",
    failed: "WebGPU 上没跑成，已改用 CPU",
  },
  ignored: (parts: string) => `地址里这几项读不懂，已按默认值处理：${parts}。`,
  faults: {
    model: "模型 id 写法不对：只能有字母、数字、点、横线，最多一个斜杠，例如 owner/name。",
    host: "镜像站地址写法不对：要以 https:// 开头。",
    text: "文字是空的，先写几个字。",
    blocked: (host: string) =>
      `没有从 ${host} 取到文件：可能被网络挡住，或没有这个模型。换镜像站或本站文件夹再试。`,
    long: `文字太长：最多 ${mostTokens} 个词元，请缩短后再运行。`,
    none: (outputs: string) =>
      `这个模型没有导出注意力，只给出 ${outputs}。要在导出时把注意力列为输出，才能在这里看。`,
    empty: "这个模型没有可用的 ONNX 文件。",
    other: (detail: string) => `没有跑成：${detail}`,
  },
};

const en: typeof zh = {
  promise:
    "This page sends nothing before you press “Look up the size”. Your text stays in the browser. With the hub or a mirror the browser fetches model files from the address that you chose; no other page of this site talks to another server.",
  noscript: "This page needs JavaScript.",
  from: "Where from",
  places: { local: "A folder of this site", hub: "Hugging Face hub", mirror: "A mirror" },
  model: "Model id",
  modelHint: {
    local:
      "A folder below models/ of this site, such as tang-transformer or shakespeare-transformer",
    hub: "owner/name. It must be an ONNX model exported with attentions; usual exports have none",
    mirror: "owner/name, as on the hub",
  },
  host: "Address of the mirror",
  hostHint: "Begins with https://; a mirror on your own machine may be http://localhost",
  look: "Look up the size",
  looking: "Looking …",
  offers: "These files were found",
  dtype: "Precision",
  file: "File",
  size: "Size",
  total: "In all",
  unknownSize: "unknown",
  run: (size) => `Download and run (${size})`,
  runAgain: "Run again",
  text: "Text",
  textHint: `At most ${mostTokens} tokens`,
  stop: "Stop",
  loading: (loaded, total) => `Downloaded ${loaded} of ${total}`,
  working: "Running …",
  stopped: "Stopped. Your text is still here.",
  retry: "Try again",
  layer: "Layer",
  head: "Head",
  matrix: "Attention weights",
  matrixRole: "matrix",
  keys: "Arrow keys move the cell, Home and End go to the ends of the row.",
  cell: (query, key, weight) => `“${query}” looks at “${key}”: ${weight}`,
  row: (query) => `The row of “${query}”, largest first`,
  token: "Token",
  weight: "Weight",
  status: (device, reason, ms, bytes) =>
    `Engine: ${device}${reason && ` (${reason})`}. Forward pass ${ms}, model files ${bytes}.`,
  rowFault: (fault) => `No row's sum is further from 1 than ${fault}.`,
  devices: { webgpu: "WebGPU", wasm: "wasm (CPU)" },
  noGpu: {
    "no-api": "this browser has no WebGPU",
    "no-adapter": "WebGPU gave no adapter",
    "no-device": "WebGPU gave no device",
    software: "WebGPU is only emulated here",
    failed: "it failed on WebGPU and went on with the CPU",
  },
  ignored: (parts) =>
    `These parts of the address could not be read and are as by default: ${parts}.`,
  faults: {
    model:
      "Invalid model id: letters, digits, dots and dashes with at most one slash, such as owner/name.",
    host: "Invalid address of the mirror: it must begin with https://.",
    text: "The text is empty. Type a few letters first.",
    blocked: (host) =>
      `No file came from ${host}: the network may block it, or it has no such model. Try a mirror or a folder of this site.`,
    long: `The text is too long: at most ${mostTokens} tokens. Shorten it and run again.`,
    none: (outputs) =>
      `This model exports no attentions, only ${outputs}. They must be listed as outputs when the model is exported.`,
    empty: "This model has no ONNX file that can be used.",
    other: (detail) => `It did not run: ${detail}`,
  },
};

export const labels = { zh, en };

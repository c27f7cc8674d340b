import type { Bilingual, Language } from "../../../src/site/languages.ts";
import type { CopyPoint } from "./copy-task.ts";
import type { EngineId, Refusal, Tried } from "./engine.ts";
import type { Fade } from "./fade.ts";
import { cellNames, engineNames } from "./labels.ts";
import type { CellKind } from "./network-shape.ts";
import type { EngineReport, TrainingFault } from "./protocol.ts";
import type { EngineSpeed } from "./speeds.ts";

const locales: Record<Language, string> = { zh: "zh-CN", en: "en" };

/** A number in the language's notation, with so many significant digits. */
export function formatNumber(value: number, lang: Language, digits = 3): string {
  const options = { minimumSignificantDigits: digits, maximumSignificantDigits: digits };
  return new Intl.NumberFormat(locales[lang], options).format(value);
}

/** A number in the language's notation with the digits that it has. */
export function formatCount(value: number, lang: Language): string {
  return new Intl.NumberFormat(locales[lang], { maximumSignificantDigits: 21 }).format(value);
}

/** A number far from one as a power of ten, e.g. 3.1 × 10⁻⁵. */
export function formatPower(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  if (value >= 0.01 && value < 1000) return String(Number(value.toPrecision(2)));
  const [digits = "", power = ""] = value.toExponential(1).split("e");
  return `${digits} × 10${raise(power.replace("+", ""))}`;
}

/** An exponent in raised digits. */
export function raise(exponent: string): string {
  return [...exponent].map((digit) => (digit === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)])).join("");
}

const refusals: Bilingual<Record<Refusal, string>> = {
  zh: {
    "no-api": "浏览器不支持",
    "no-adapter": "没有拿到显卡",
    "no-device": "打不开显卡设备",
    software: "只有 CPU 模拟的显卡，比别的引擎慢",
    disagrees: "自检结果与 TypeScript 核心不符",
    "no-files": "文件没有取到",
    failed: "启动失败",
    lost: "刚才丢失过",
  },
  en: {
    "no-api": "not in this browser",
    "no-adapter": "no GPU was given",
    "no-device": "the GPU could not be opened",
    software: "only a GPU emulated on the CPU, slower than other engines",
    disagrees: "the self-test disagreed with the TypeScript core",
    "no-files": "its files did not arrive",
    failed: "it did not start",
    lost: "lost a moment ago",
  },
};

export function describeRefusal({ id, why, detail }: Tried, lang: Language): string {
  const reason = refusals[lang][why];
  if (lang === "zh") return `${engineNames[id]}：${reason}${detail && `（${detail}）`}`;
  return `${engineNames[id]}: ${reason}${detail && ` (${detail})`}`;
}

/** Which engine trains, why, and what was loaded for it. */
export function describeEngine(report: EngineReport, ms: number, lang: Language): string {
  const { id, adapter, isSoftware, loaded, selfTest, tried } = report;
  const passed = tried.map((one) => describeRefusal(one, lang));
  const error = selfTest
    ? Math.max(selfTest.forward, selfTest.gradient, selfTest.update).toExponential(0)
    : "";
  const kib = formatCount(Math.round(loaded / 1024), lang);
  const time = ms > 0 ? formatNumber(ms, lang) : "";
  if (lang === "zh") {
    return [
      `引擎：${engineNames[id]}${adapter && `（${adapter}${isSoftware ? "，CPU 模拟" : ""}）`}，在 Worker 里运行${time && `，每步 ${time} ms`}。`,
      error && `前向值和梯度自检通过，最大相对误差 ${error}。`,
      passed.length > 0 ? `没有用的引擎——${passed.join("；")}。` : "",
      loaded > 0 ? `载入内核 ${kib} KiB。` : "没有下载内核。",
    ].join("");
  }
  return [
    `Engine: ${engineNames[id]}${adapter && ` (${adapter}${isSoftware ? ", emulated on the CPU" : ""})`}, in a worker${time && `, ${time} ms per step`}.`,
    error &&
      `Its forward values and gradients passed the self-test, largest relative error ${error}.`,
    passed.length > 0 ? `Passed over: ${passed.join("; ")}.` : "",
    loaded > 0 ? `Kernels loaded: ${kib} KiB.` : "No kernels downloaded.",
  ]
    .filter(Boolean)
    .join(" ");
}

/** A device was lost and the run goes on. */
export function describeLoss(id: EngineId, next: EngineId, step: number, lang: Language): string {
  const at = formatCount(step, lang);
  return lang === "zh"
    ? `${engineNames[id]} 设备丢失，已换到 ${engineNames[next]}，从第 ${at} 步的存档接着训练。`
    : `The ${engineNames[id]} device was lost; ${engineNames[next]} took over from the state kept at step ${at}.`;
}

/** Why a text or a model cannot be trained. */
export function explainFault(fault: TrainingFault, lang: Language): string {
  const count = (value: number): string => formatCount(value, lang);
  const megabytes = (bytes: number): string => count(Math.round(bytes / 2 ** 20));
  switch (fault.kind) {
    case "empty":
      return lang === "zh" ? "请先输入一段文本。" : "Enter a text first.";
    case "too-short":
      return lang === "zh"
        ? `文本太短：有 ${count(fault.have)} 个字符，这样的批大小和序列长度至少要 ${count(fault.need)} 个。加长文本，或调小二者。`
        : `The text is too short: ${count(fault.have)} characters, and this batch size and sequence length need ${count(fault.need)}. Lengthen it, or lower either.`;
    case "too-long":
      return lang === "zh"
        ? `文本太长：有 ${count(fault.have)} 个字符，最多 ${count(fault.limit)} 个。请截取一部分。`
        : `The text is too long: ${count(fault.have)} characters of at most ${count(fault.limit)}. Use a part of it.`;
    case "one-character":
      return lang === "zh"
        ? "文本里只有一种字符，没有什么可学。"
        : "The text holds one character only: there is nothing to learn.";
    case "unknown-characters":
      return lang === "zh"
        ? `这段文本有 ${Math.round(100 * fault.share)}% 的字符不在读入模型的词表里，没法微调。换一段文本，或从头训练。`
        : `${Math.round(100 * fault.share)}% of this text is outside the loaded model's vocabulary. Use another text, or start over.`;
    case "unreadable":
      return lang === "zh"
        ? "这个文件不是文本，或编码认不出来；原来的文本没有动。请另存为 UTF-8 再试。"
        : "This file is no text, or its encoding is unknown; your text is unchanged. Save it as UTF-8 and try again.";
    case "diverged":
      return lang === "zh"
        ? `第 ${count(fault.step)} 步之后损失不再是数：训练发散了。调低学习率，从最近的存档接着训练。`
        : `After step ${count(fault.step)} the loss is no number: training diverged. Lower the learning rate and train on from the last state kept.`;
    case "too-large":
      return lang === "zh"
        ? `这样的模型约需 ${megabytes(fault.bytes)} MiB 内存，页面上限 ${megabytes(fault.most)} MiB。请减少单元数、批大小或序列长度。`
        : `This model needs some ${megabytes(fault.bytes)} MiB of memory, above the page's limit of ${megabytes(fault.most)} MiB. Lower units, batch size or sequence length.`;
  }
}

/** The loss curve in one sentence; the perplexity is two to the power of the bits. */
export function describeLosses(
  first: number,
  last: number,
  checked: number | undefined,
  baseline: { order: number; bits: number } | undefined,
  lang: Language,
): string {
  const bits = (value: number): string => formatNumber(value, lang);
  if (lang === "zh") {
    const held = checked === undefined ? "" : `，留出文本 ${bits(checked)}`;
    const rival = baseline
      ? `；最好的 n 元模型（n = ${baseline.order}）${bits(baseline.bits)}`
      : "";
    return `训练批次的损失从 ${bits(first)} 到 ${bits(last)} 比特/字符（困惑度 ${bits(2 ** last)}）${held}${rival}。`;
  }
  const held = checked === undefined ? "" : `, ${bits(checked)} on the held-out text`;
  const rival = baseline
    ? `; the best n-gram model (n = ${baseline.order}) needs ${bits(baseline.bits)} there`
    : "";
  return `The loss on training batches went from ${bits(first)} to ${bits(last)} bits per character (perplexity ${bits(2 ** last)})${held}${rival}.`;
}

/** How much of the gradient reaches the first step of the window. */
export function describeFades(fades: readonly Fade[], lang: Language): string {
  const parts = fades.map(({ cell, h }) => {
    const share = (h[0] ?? 0) / (h.at(-1) ?? 1);
    return `${cellNames[cell]} ${formatPower(share)}`;
  });
  const length = (fades[0]?.h.length ?? 1) - 1;
  return lang === "zh"
    ? `往回走 ${length} 步，‖∂L/∂h‖ 剩下的倍数：${parts.join("，")}。`
    : `After ${length} steps back, this factor of ‖∂L/∂h‖ is left: ${parts.join(", ")}.`;
}

/** The last success rate of each cell. */
export function describeCopies(points: readonly CopyPoint[], gap: number, lang: Language): string {
  const last = new Map<CellKind, number>();
  for (const { cell, success } of points) last.set(cell, success);
  const parts = [...last].map(([cell, success]) => `${cellNames[cell]} ${formatShare(success)}`);
  return lang === "zh"
    ? `隔 ${gap} 个空白，正确率：${parts.join("，")}。`
    : `Success over a gap of ${gap}: ${parts.join(", ")}.`;
}

export function formatShare(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/** The fastest engine against the TypeScript core. */
export function describeSpeeds(speeds: readonly EngineSpeed[], lang: Language): string {
  const timed = speeds.flatMap((speed) => ("ms" in speed ? [speed] : []));
  const own = timed.find(({ id }) => id === "typescript");
  const best = timed.toSorted((a, b) => a.ms - b.ms)[0];
  if (!best || !own) return "";
  const factor = formatNumber(own.ms / best.ms, lang, 2);
  if (best === own) {
    return lang === "zh"
      ? "在这台设备上，对这个模型，TypeScript 核心最快。"
      : "On this device and for this model the TypeScript core is fastest.";
  }
  return lang === "zh"
    ? `在这台设备上，对这个模型，${engineNames[best.id]} 最快，是 TypeScript 核心的 ${factor} 倍。`
    : `On this device and for this model ${engineNames[best.id]} is fastest, ${factor} times the TypeScript core.`;
}

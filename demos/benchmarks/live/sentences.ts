import type { Bilingual, Language } from "../../../src/site/languages.ts";
import { labels } from "./labels.ts";
import type { GpuRefusal, GpuReport, Place } from "./live-event.ts";
import type { PlanFault } from "./plan.ts";
import { GOOD_RECALL, type Summary } from "./summary.ts";

/** A number in the language's own notation, with at most so many significant digits. */
export function formatNumber(value: number, lang: Language, digits = 21): string {
  const locale = lang === "zh" ? "zh-CN" : "en";
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: digits }).format(value);
}

/** One sentence on why a plan cannot run. */
export function explainFault(fault: PlanFault, lang: Language): string {
  const write = (value: number): string => formatNumber(value, lang);
  const { settings } = labels[lang];
  switch (fault.kind) {
    case "no-contestant":
      return lang === "zh" ? "请至少选一种算法。" : "Choose at least one algorithm.";
    case "out-of-range": {
      const { label } = settings[fault.name];
      const range = [write(fault.min), write(fault.max)] as const;
      return lang === "zh"
        ? `“${label}”应是 ${range[0]} 到 ${range[1]} 之间的整数。`
        : `${label} must be a whole number from ${range[0]} to ${range[1]}.`;
    }
    case "nlist-above-n": {
      const { label } = settings.nlist;
      return lang === "zh"
        ? `“${label}”（${write(fault.value)}）不能超过向量数 N（${write(fault.limit)}）。`
        : `${label} (${write(fault.value)}) cannot exceed the ${write(fault.limit)} vectors.`;
    }
    case "construction-below-M":
      return lang === "zh"
        ? `efConstruction（${write(fault.value)}）不能小于 M（${write(fault.limit)}）。`
        : `efConstruction (${write(fault.value)}) cannot be below M (${write(fault.limit)}).`;
  }
}

/** Where a run stands: what is being done, to what, and how much of it is done. */
export function describePlace(place: Place, share: number, lang: Language): string {
  const { stage, contestant, parameters } = place;
  const words = labels[lang];
  const subject = contestant ? [words.contestant[contestant], parameters ?? ""] : [];
  const percent = `${Math.round(100 * share)}%`;
  return [...subject, `${words.stage[stage]} ${percent}`].filter(Boolean).join(" · ");
}

/** Which engines ran, why, how long it took and how much was loaded. */
export function describeEngines(
  seconds: number,
  gpu: GpuReport | undefined,
  lang: Language,
): string {
  const time = formatNumber(seconds, lang, 3);
  const sentences =
    lang === "zh"
      ? [
          `引擎：JavaScript（索引只有 CPU 版），在 Worker 里单线程运行；历时 ${time} s，没有下载数据。`,
          gpu ? describeGpu(gpu, lang) : "WebGPU：未选，没有使用。",
        ]
      : [
          `Engine: JavaScript (the indexes exist for the CPU only), one thread in a worker; ${time} s, no data downloaded.`,
          gpu ? describeGpu(gpu, lang) : "WebGPU: not chosen, not used.",
        ];
  return sentences.join(lang === "zh" ? "" : " ");
}

function describeGpu(report: GpuReport, lang: Language): string {
  if (report.state === "refused") {
    const why = gpuRefusals[lang][report.why];
    const detail =
      report.detail && (lang === "zh" ? `（${report.detail}）` : ` (${report.detail})`);
    return lang === "zh" ? `WebGPU：${why}${detail}。` : `WebGPU: ${why}${detail}.`;
  }
  const { adapter, software } = report;
  const error = report.error.toExponential(0);
  if (lang === "zh") {
    const warning = software ? "这是用 CPU 模拟的显卡，速度不代表真实显卡。" : "";
    return `WebGPU：${adapter}，64 条查询的自检与 CPU 一致（最大相对误差 ${error}）。${warning}`;
  }
  const warning = software ? " It is emulated on the CPU, so its speed says nothing of a GPU." : "";
  return `WebGPU: ${adapter}; a self-test on 64 queries agreed with the CPU (largest relative error ${error}).${warning}`;
}

/** The outcome in one sentence. */
export function describeSummary(summary: Summary | undefined, lang: Language): string {
  const target = formatNumber(GOOD_RECALL, lang);
  if (!summary) {
    return lang === "zh"
      ? `没有设置达到召回率 ${target}。`
      : `No setting reached recall ${target}.`;
  }
  const { fastest, speedup } = summary;
  const name = `${labels[lang].contestant[fastest.contestant]} ${fastest.parameters}`;
  const qps = formatNumber(fastest.qps, lang, 3);
  const factor = speedup === undefined ? "" : formatNumber(speedup, lang, 2);
  if (lang === "zh") {
    const compared = factor && `，是暴力搜索的 ${factor} 倍`;
    return `召回率不低于 ${target} 的设置中，最快的是 ${name}：每秒 ${qps} 条查询${compared}。`;
  }
  const compared = factor && `, ${factor} times brute force`;
  return `Fastest at recall ${target} or more: ${name}, ${qps} queries per second${compared}.`;
}

/** Why WebGPU was not used, as the end of a sentence. */
const gpuRefusals: Bilingual<Record<GpuRefusal, string>> = {
  zh: {
    "no-api": "这个浏览器不支持 WebGPU",
    "no-adapter": "浏览器没有给出可用的显卡",
    "no-device": "浏览器没有打开显卡设备",
    disagrees: "自检时显卡的结果与 CPU 不符，因此不采用",
    lost: "显卡设备中途丢失或出错",
  },
  en: {
    "no-api": "this browser has no WebGPU",
    "no-adapter": "the browser offers no usable GPU",
    "no-device": "the browser did not open the GPU",
    disagrees: "in the self-test the GPU disagreed with the CPU, so it is not used",
    lost: "the GPU was lost or failed on the way",
  },
};

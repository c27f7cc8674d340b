import type { Language } from "../../src/site/languages.ts";
import type { Metric } from "./metrics.ts";
import type { Row } from "./row.ts";

/** A figure for reading: shares with five decimals, the rest with four digits; – where missing. */
export function formatFigure(metric: Pick<Metric, "scales" | "unit">, value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (metric.scales.includes("logit")) return String(Number(value.toFixed(5)));
  const text =
    Math.abs(value) >= 1e4
      ? Math.round(value).toLocaleString("en")
      : String(Number(value.toPrecision(4)));
  return metric.unit && metric.unit !== "1/s" ? `${text} ${metric.unit}` : text;
}

export function formatBytes(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${Math.ceil(bytes / 1024)} KB`;
}

/** A value of k; some sources state none. */
export function formatK(k: Row["k"], missing: string): string {
  return k > 0 ? String(k) : missing;
}

/** A list in the language's own way. */
export function joinList(items: readonly string[], lang: Language): string {
  return items.join(lang === "zh" ? "、" : ", ");
}

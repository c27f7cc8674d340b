import type { Language } from "../../src/site/languages.ts";

/**
 * A number for reading: whole numbers below 100,000 in full, others to four significant digits,
 * large ones in 万 and 亿 or in million and billion.
 */
export function formatNumber(value: number, lang: Language): string {
  if (!Number.isFinite(value)) return "–";
  const isHuge = Math.abs(value) >= 1e15;
  const isTiny = value !== 0 && Math.abs(value) < 1e-3;
  if (isHuge || isTiny) return formatScientific(value);
  const isCompact = Math.abs(value) >= 1e5;
  const isWhole = Number.isInteger(value) && !isCompact;
  const format = new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en", {
    ...(isWhole ? {} : { maximumSignificantDigits: 4 }),
    ...(isCompact ? { notation: "compact", compactDisplay: lang === "zh" ? "short" : "long" } : {}),
  });
  return format.format(value).replace(/(?<=\d)(?=[万亿])/, " ");
}

/** A number with its unit: `4.2 GB`, but `37%` and `8×`. */
export function formatQuantity(value: number, unit: string | undefined, lang: Language): string {
  const space = unit && !/^[%×°]/.test(unit) ? " " : "";
  return `${formatNumber(value, lang)}${space}${unit ?? ""}`;
}

function formatScientific(value: number): string {
  const [mantissa, exponent = ""] = value.toExponential(2).split(/e\+?/);
  const digits = [...exponent].map((digit) => (digit === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]));
  return `${mantissa} × 10${digits.join("")}`;
}

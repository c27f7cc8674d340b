import type { Bilingual } from "../../src/site/languages.ts";
import { listTicks, type TickMark } from "./ticks.ts";

export const scaleIds = ["linear", "log", "logit", "complement"] as const;

export type ScaleId = (typeof scaleIds)[number];

/** Shares nearer to 0 or 1 than this are drawn at it: five decimals is what the sources publish. */
export const shareLimit = 1e-5;

export const scaleLabels: Record<ScaleId, Bilingual> = {
  linear: { zh: "线性", en: "Linear" },
  log: { zh: "对数", en: "Logarithmic" },
  logit: { zh: "logit", en: "Logit" },
  complement: { zh: "1 − 值（对数）", en: "1 − value, logarithmic" },
};

/** The rule for what an axis cannot show, as a reader should read it beside the counts. */
export const placingRule: Bilingual = {
  zh: "对数轴画不出零和负数，这些点不画。logit 轴和 1 − 值轴画不到尽头，离尽头不足 0.00001 的点画在边上。",
  en: "A logarithmic axis cannot show zero or negative values; those points are not drawn. Logit and 1 − value axes never reach their ends; points nearer to an end than 0.00001 are drawn at the edge.",
};

/** `shown` as it is, `clamped` drawn at the limit of the scale, `hidden` not drawn at all. */
export type Placing = "shown" | "clamped" | "hidden";

/** A tick with its place, 0–1 along the axis. */
export interface Tick extends TickMark {
  at: number;
}

export interface Scale {
  id: ScaleId;
  domain: readonly [number, number]; // values at both ends, low to high
  ticks: Tick[];
  counts: Record<Placing, number>; // of the values the scale was built from
  /** Where the value lies along the axis, 0–1 inside the domain; NaN when the scale cannot show it. */
  place(value: number): number;
  /** The value at a place. */
  invert(at: number): number;
}

interface Transform {
  forward(value: number): number;
  backward(t: number): number;
  judge(value: number): Placing;
}

const transforms: Record<ScaleId, Transform> = {
  linear: {
    forward: (value) => value,
    backward: (t) => t,
    judge: (value) => (Number.isFinite(value) ? "shown" : "hidden"),
  },
  log: {
    forward: Math.log10,
    backward: (t) => 10 ** t,
    judge: (value) => (value > 0 && Number.isFinite(value) ? "shown" : "hidden"),
  },
  logit: {
    forward: (value) => {
      const p = Math.min(Math.max(value, shareLimit), 1 - shareLimit);
      return Math.log(p / (1 - p));
    },
    backward: (t) => 1 / (1 + Math.exp(-t)),
    judge: (value) => judgeShare(value, value < shareLimit || value > 1 - shareLimit),
  },
  complement: {
    forward: (value) => -Math.log10(Math.max(1 - value, shareLimit)),
    backward: (t) => 1 - 10 ** -t,
    judge: (value) => judgeShare(value, value > 1 - shareLimit),
  },
};

/** Whether and how a scale shows a value. Linear shows every number, log those above 0; logit and
 * complement show 0 to 1 and draw what is nearer to their ends than `shareLimit` at that limit. */
export function judgeValue(id: ScaleId, value: number): Placing {
  return transforms[id].judge(value);
}

/**
 * A scale that holds every value it can show, with a little room at both ends. `limits` widens
 * the domain, e.g. to share an axis between small multiples.
 */
export function buildScale(
  id: ScaleId,
  values: Iterable<number>,
  limits?: readonly [number, number],
): Scale {
  const { forward, backward, judge } = transforms[id];
  const counts = { shown: 0, clamped: 0, hidden: 0 };
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const widen = (value: number): void => {
    const t = forward(value);
    if (t < low) low = t;
    if (t > high) high = t;
  };
  for (const value of values) {
    const placing = judge(value);
    counts[placing]++;
    if (placing !== "hidden") widen(value);
  }
  for (const limit of limits ?? []) if (judge(limit) !== "hidden") widen(limit);
  if (low > high) [low, high] = [forward(0.5), forward(1)];
  const room = (high - low) * 0.03 || Math.abs(high) * 0.1 || 0.5;
  const [start, end] = [low - room, high + room];
  const place = (value: number): number =>
    judge(value) === "hidden" ? Number.NaN : (forward(value) - start) / (end - start);
  const domain = [backward(start), backward(end)] as const;
  const ticks = listTicks(id, domain)
    .map((tick) => ({ ...tick, at: place(tick.value) }))
    .filter(({ at }) => at >= 0 && at <= 1);
  return { id, domain, ticks, counts, place, invert: (at) => backward(start + at * (end - start)) };
}

function judgeShare(value: number, isBeyondLimit: boolean): Placing {
  if (!(value >= 0 && value <= 1)) return "hidden";
  return isBeyondLimit ? "clamped" : "shown";
}

import type { ScaleId } from "./scales.ts";

export interface TickMark {
  value: number;
  label: string; // empty on a minor tick
  isMajor: boolean;
}

/** The marks of a scale whose axis ends at these values. */
export function listTicks(id: ScaleId, [low, high]: readonly [number, number]): TickMark[] {
  if (id === "log") return listLogTicks(low, high);
  if (id === "linear") return listLinearTicks(low, high);
  return listShareTicks(low, high, id === "logit");
}

function listLinearTicks(low: number, high: number): TickMark[] {
  const rough = (high - low) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks: TickMark[] = [];
  for (let i = Math.ceil(low / step); i * step <= high; i++) {
    const value = Number((i * step).toPrecision(12)) || 0; // no −0, no 0.30000000000000004
    ticks.push({ value, label: formatTick(value, decimals), isMajor: true });
  }
  return ticks;
}

function listLogTicks(low: number, high: number): TickMark[] {
  const isNarrow = high / low < 30;
  const ticks: TickMark[] = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++) {
    for (let factor = 1; factor < 10; factor++) {
      const value = Number(`${factor}e${power}`);
      const isMajor = factor === 1 || (isNarrow && (factor === 2 || factor === 5));
      const label = isMajor ? formatTick(value, Math.max(0, -power)) : "";
      ticks.push({ value, label, isMajor });
    }
  }
  return ticks;
}

// 0.1, 0.5, 0.9, 0.99, 0.999 …, each as short as it can be written.
function listShareTicks(low: number, high: number, hasLowEnd: boolean): TickMark[] {
  const majors = [0, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999];
  if (hasLowEnd) majors.push(0.1, 0.01, 0.001, 0.0001, 0.00001);
  const minors = [0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.95, 0.98, 0.995, 0.998];
  const isFew = majors.filter((value) => value >= low && value <= high).length < 4;
  return [
    ...majors.map((value) => ({ value, label: String(Number(value.toFixed(5))), isMajor: true })),
    ...minors.map((value) => ({ value, label: isFew ? String(value) : "", isMajor: isFew })),
  ]
    .filter(({ value }) => value > 0 || !hasLowEnd)
    .sort((a, b) => a.value - b.value);
}

function formatTick(value: number, decimals: number): string {
  if (Math.abs(value) >= 1e6) return `${Number((value / 1e6).toPrecision(6))}M`;
  return value.toLocaleString("en", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

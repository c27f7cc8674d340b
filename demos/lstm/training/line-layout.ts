import { raise } from "./sentences.ts";
import { thinOut } from "./thin-out.ts";

export interface LineSeries {
  name: string;
  colour: string; // a CSS value
  dash?: string; // of the line; none draws it whole
  marker?: "circle" | "square" | "triangle"; // set where points are few
  points: readonly (readonly [x: number, y: number])[];
}

export interface LineTick {
  px: number;
  label: string;
}

export interface LineLayout {
  width: number;
  height: number;
  left: number;
  bottom: number; // px of the x axis from the top
  right: number; // px of the end of the x axis
  top: number;
  xTicks: LineTick[];
  yTicks: LineTick[];
  lines: { series: LineSeries; path: string; dots: { x: number; y: number }[] }[];
}

interface LineOptions {
  width: number; // px
  height: number;
  isLog: boolean; // of the y axis
  most?: number | undefined; // upper end of the y axis
}

const MOST_DOTS = 13; // markers of a line

/** Places lines in a box. On a log axis values that are not positive are left out. */
export function layoutLines(
  series: readonly LineSeries[],
  { width, height, isLog, most }: LineOptions,
): LineLayout {
  const left = 52;
  const right = width - 12;
  const top = 26;
  const bottom = height - 44;
  const shown = series.map((one) => ({
    ...one,
    points: one.points.filter(([, y]) => Number.isFinite(y) && (!isLog || y > 0)),
  }));
  const xs = shown.flatMap(({ points }) => points.map(([x]) => x));
  const ys = shown.flatMap(({ points }) => points.map(([, y]) => (isLog ? Math.log10(y) : y)));
  const xEnd = Math.max(1, ...xs);
  const [low, high] = isLog
    ? [Math.floor(Math.min(0, ...ys)), Math.ceil(Math.max(...ys, -1))]
    : [0, most ?? Math.max(1, ...ys) * 1.05];
  const toX = (x: number): number => left + ((right - left) * x) / xEnd;
  const toY = (y: number): number =>
    bottom - ((bottom - top) * ((isLog ? Math.log10(y) : y) - low)) / (high - low || 1);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    xTicks: listSteps(0, xEnd, width < 500 ? 4 : 8).map((x) => ({
      px: toX(x),
      label: x.toLocaleString("en"),
    })),
    yTicks: isLog
      ? listSteps(low, high, 6, true).map((y) => ({
          px: toY(10 ** y),
          label: `10${raise(String(y))}`,
        }))
      : listSteps(low, high, 5).map((y) => ({
          px: toY(y),
          label: most === 1 ? `${Math.round(100 * y)}%` : String(y),
        })),
    lines: shown.map((one) => {
      const dots = one.points.map(([x, y]) => ({ x: round(toX(x)), y: round(toY(y)) }));
      const path = dots.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join("");
      return { series: one, path, dots: thinOut(dots, MOST_DOTS) };
    }),
  };
}

/** Round numbers from low to high, at most about `count` of them. */
function listSteps(low: number, high: number, count: number, isWhole = false): number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  const found = [1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10;
  const step = isWhole ? Math.max(1, Math.ceil(rough)) : found * power;
  const values: number[] = [];
  for (let i = Math.ceil(low / step); i * step <= high + 1e-9; i++) {
    values.push(Number((i * step).toPrecision(10)));
  }
  return values;
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}

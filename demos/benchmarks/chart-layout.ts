import type { Chart, Curve } from "./chart.ts";
import { drawShape } from "./palette.ts";
import type { Row } from "./row.ts";
import type { Tick } from "./scales.ts";

export interface Size {
  width: number; // px
  height: number;
}

/** The frame of the data inside the picture, px. */
export interface Box extends Size {
  left: number;
  top: number;
}

export interface Dot {
  row: Row;
  curve: number; // index into the curves
  x: number; // px
  y: number;
}

export interface CurvePath {
  curve: Curve;
  line: string; // path data; one path for many marks keeps thousands of points cheap
  marks: string;
  others: string;
}

/** A chart with places in px: everything that is drawn, and where the points lie for a pointer. */
export interface ChartLayout extends Size {
  box: Box;
  paths: CurvePath[];
  dots: Dot[];
  xTicks: PlacedTick[];
  yTicks: PlacedTick[];
}

/** A tick in px from the left or the top of the picture. */
export interface PlacedTick extends Tick {
  px: number;
}

export const margins = { left: 58, right: 14, top: 30, bottom: 46 };

/** Lays a chart out in a picture of this size. `r` is the radius of a mark. */
export function layoutChart(chart: Chart, { width, height }: Size, r = 3.4): ChartLayout {
  const box: Box = {
    left: margins.left,
    top: margins.top,
    width: width - margins.left - margins.right,
    height: height - margins.top - margins.bottom,
  };
  const placeX = (at: number): number => round(box.left + at * box.width);
  const placeY = (at: number): number => round(box.top + (1 - at) * box.height);
  const dots: Dot[] = [];
  const place = (row: Row, curve: number): Dot => {
    const x = placeX(chart.x.scale.place(chart.x.metric.read(row)));
    const y = placeY(chart.y.scale.place(chart.y.metric.read(row)));
    const dot = { row, curve, x, y };
    dots.push(dot);
    return dot;
  };
  const paths = chart.curves.map((curve, i): CurvePath => {
    const onFrontier = curve.frontier.map((row) => place(row, i));
    const { shape } = curve.style;
    return {
      curve,
      line: onFrontier.length > 1 ? `M${onFrontier.map(({ x, y }) => `${x} ${y}`).join("L")}` : "",
      marks: onFrontier.map(({ x, y }) => drawShape(shape, x, y, r)).join(""),
      others: curve.others
        .map((row) => place(row, i))
        .map(({ x, y }) => drawShape(shape, x, y, r * 0.65))
        .join(""),
    };
  });
  const xTicks = chart.x.scale.ticks.map((tick) => ({ ...tick, px: placeX(tick.at) }));
  const yTicks = chart.y.scale.ticks.map((tick) => ({ ...tick, px: placeY(tick.at) }));
  return {
    width,
    height,
    box,
    paths,
    dots,
    xTicks: thinLabels(xTicks, ({ label }) => label.length * 7.5 + 8),
    yTicks: thinLabels(yTicks, () => 16),
  };
}

/** The dot nearest to a place within `reach` px. */
export function findNearest(
  dots: readonly Dot[],
  x: number,
  y: number,
  reach: number,
): Dot | undefined {
  let best: Dot | undefined;
  let least = reach * reach;
  for (const dot of dots) {
    const distance = (dot.x - x) ** 2 + (dot.y - y) ** 2;
    if (distance < least) {
      least = distance;
      best = dot;
    }
  }
  return best;
}

// Labels that would touch the one before go; their marks stay.
function thinLabels(ticks: PlacedTick[], room: (tick: PlacedTick) => number): PlacedTick[] {
  let last: PlacedTick | undefined;
  return ticks.map((tick) => {
    if (!tick.label) return tick;
    const isClose = last && Math.abs(tick.px - last.px) < (room(tick) + room(last)) / 2;
    if (isClose) return { ...tick, label: "" };
    last = tick;
    return tick;
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { Bilingual, Language } from "./languages.ts";
import type { PlotData } from "./schema.ts";

/** One row of the data table of a plot. */
export interface PlotRow {
  series: string;
  name: string; // of the point or the bar, or ""
  x: number | undefined; // a bar has no x
  y: number;
}

const width = 328; // CSS px: what a 360 px screen leaves, so that text is never scaled down
const barHeight = 26;
const marginBottom = 44; // room for the label below the numbers
const symbols = ["circle", "square", "triangle", "diamond", "star", "cross", "wye", "hexagon"];

/** The points of a plot in one language, series by series. */
export function listPlotRows({ series }: PlotData, lang: Language): PlotRow[] {
  return series.flatMap(({ label, points }) =>
    points.map((point): PlotRow => {
      const [first, second, name] = point;
      if (typeof first === "number")
        return { series: label[lang], name: nameIn(name, lang), x: first, y: second };
      return { series: label[lang], name: nameIn(first, lang), x: undefined, y: second };
    }),
  );
}

/** Draws a plot as one SVG element, in the colours of the page's theme. */
export function drawPlot(plot: PlotData, lang: Language): string {
  const rows = listPlotRows(plot, lang);
  const names = plot.series.map(({ label }) => label[lang]);
  const { document } = parseHTML("<html><body></body></html>");
  const drawn = Plot.plot({
    document: document as unknown as Document,
    width,
    style: { background: "none", fontSize: "12px", fontFamily: "inherit", overflow: "visible" },
    color: { domain: names, range: names.map((_, i) => `var(--data-${i + 1})`) },
    symbol: { domain: names, range: symbols.slice(0, names.length) },
    ...layMarks(plot, rows, lang),
  });
  for (const style of drawn.querySelectorAll("style")) style.remove(); // the page's own rules hold
  drawn.setAttribute("aria-hidden", "true");
  return drawn.outerHTML.replace(/="[^"]*"/g, roundPixels);
}

/** Tenths of a pixel are as fine as a screen shows, and a third of the bytes. */
function roundPixels(attribute: string): string {
  return attribute.replace(/\d+\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(1))));
}

function layMarks(plot: PlotData, rows: PlotRow[], lang: Language): Plot.PlotOptions {
  if (plot.mark === "bar") return layBars(plot, rows, lang);
  return plot.mark === "unit" ? layUnits(plot, rows, lang) : layPoints(plot, rows, lang);
}

function layPoints(plot: PlotData, rows: PlotRow[], lang: Language): Plot.PlotOptions {
  const channels = { x: "x", y: "y", stroke: "series" };
  return {
    height: 272,
    marginLeft: 52,
    marginTop: 36,
    marginRight: 18,
    marginBottom,
    x: {
      ...layAxis(
        plot.x.scale,
        rows.map(({ x = 0 }) => x),
        5,
      ),
      label: plot.x.label[lang],
      tickFormat: chooseTick(rows),
    },
    y: {
      ...layAxis(
        plot.y.scale,
        rows.map(({ y }) => y),
        6,
      ),
      ...(plot.y.scale === "linear" ? { nice: true } : {}),
      label: plot.y.label[lang],
      tickFormat: writeTick,
      tickSize: 0, // the grid marks them
      grid: true,
    },
    marks: [
      ...(plot.mark === "line" ? [Plot.line(rows, { ...channels, strokeWidth: 1.8 })] : []),
      Plot.dot(rows, { ...channels, symbol: "series", r: 3.5, strokeWidth: 1.6 }),
      Plot.text(
        rows.filter(({ name }) => name),
        {
          ...{ x: "x", y: "y", text: "name", dy: -10, fontSize: 11 },
          ...{ fill: "var(--ink-soft)", stroke: "var(--paper)", strokeWidth: 4 }, // lines stop before it
        },
      ),
    ],
  };
}

/** The scale of an axis of points, with at most so many ticks. */
function layAxis(scale: PlotData["x"]["scale"], values: number[], most: number): Plot.ScaleOptions {
  if (scale !== "log") return { type: scale, ticks: most };
  const ticks = listLogTicks(Math.min(...values), Math.max(...values), most);
  return { type: "log", domain: [ticks[0] ?? 1, ticks.at(-1) ?? 10], ticks };
}

/** Round numbers from the last below `low` to the first above `high`, close when the span is short. */
export function listLogTicks(low: number, high: number, most: number): number[] {
  for (const digits of [[1, 2, 5], [1, 3], [1]]) {
    const ticks = cutTicks(digits, 1, low, high);
    if (ticks.length <= most) return ticks;
  }
  for (let step = 2; ; step++) {
    const ticks = cutTicks([1], step, low, high);
    if (ticks.length <= most) return ticks;
  }
}

function cutTicks(digits: number[], step: number, low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low) / step) * step;
  const last = Math.ceil(Math.log10(high) / step) * step;
  const ticks: number[] = [];
  for (let power = first; power <= last; power += step)
    ticks.push(...digits.map((digit) => Number(`${digit}e${power}`)));
  const from = ticks.findLastIndex((tick) => tick <= low);
  const to = ticks.findIndex((tick) => tick >= high);
  return ticks.slice(Math.max(0, from), to < 0 ? undefined : to + 1);
}

/** Bars lie down, so that their names can be read; several series share a name's place. */
function layBars(plot: PlotData, rows: PlotRow[], lang: Language): Plot.PlotOptions {
  const names = [...new Set(rows.map(({ name }) => name))];
  const isGrouped = plot.series.length > 1;
  const height = names.length * barHeight * (isGrouped ? plot.series.length * 0.8 : 1) + 68;
  const bar = isGrouped ? { fy: "name", y: "series" } : { y: "name" };
  const place = { domain: names, label: null, tickSize: 0 };
  const marginLeft = 8 + Math.max(...names.map(measureName));
  return {
    height,
    marginLeft,
    marginTop: 8,
    marginRight: 46,
    marginBottom,
    x: {
      type: plot.x.scale,
      label: plot.x.label[lang],
      ticks: Math.min(4, Math.floor((width - marginLeft) / 60)),
      tickFormat: writeTick,
      tickSize: 0, // the grid marks them
      grid: true,
    },
    y: isGrouped ? { axis: null, domain: plot.series.map(({ label }) => label[lang]) } : place,
    ...(isGrouped ? { fy: { ...place, axis: "left" as const, padding: 0.2 } } : {}),
    marks: [
      Plot.barX(rows, { ...bar, x: "y", fill: "series", insetTop: 2, insetBottom: 2 }),
      Plot.text(rows, {
        ...bar,
        x: "y",
        text: ({ y }: PlotRow) => writeTick(y),
        dx: 4,
        textAnchor: "start",
        fill: "var(--ink)",
      }),
    ],
  };
}

/** Signs in a row for each name, series after series, so that the row is as long as their sum. */
function layUnits(plot: PlotData, rows: PlotRow[], lang: Language): Plot.PlotOptions {
  const names = [...new Set(rows.map(({ name }) => name))];
  const units = names.flatMap((name) =>
    rows
      .filter((row) => row.name === name)
      .flatMap(({ series, y }) => Array.from({ length: y }, () => series))
      .map((series, i) => ({ name, series, x: i + 1 })),
  );
  const longest = Math.max(...units.map(({ x }) => x));
  return {
    height: names.length * barHeight + 68,
    marginLeft: 12 + Math.max(...names.map(measureName)),
    marginTop: 8,
    marginRight: 18,
    marginBottom,
    x: {
      domain: [0, longest],
      label: plot.x.label[lang],
      ticks: 4,
      tickFormat: writeTick,
      tickSize: 0, // the grid marks them
      grid: true,
    },
    y: { domain: names, label: null, tickSize: 0 },
    marks: [Plot.dot(units, { x: "x", y: "name", fill: "series", symbol: "series", r: 6 })],
  };
}

/** Years stand without a comma. */
function chooseTick(rows: PlotRow[]): (value: number) => string {
  return rows.every(({ x = 0 }) => isYear(x)) ? String : writeTick;
}

export function isYear(value: number): boolean {
  return value >= 1900 && value < 2100;
}

/** A number as short as an axis needs it: 1,500 as it is, 2500000 as 2.5M, 1e21 as 10²¹. */
export function writeTick(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-3)) return writePower(value);
  if (size < 1e4)
    return Number(value.toPrecision(4)).toLocaleString("en", { maximumFractionDigits: 9 });
  const [unit, sign] = (
    [
      [1e12, "T"],
      [1e9, "G"],
      [1e6, "M"],
      [1e3, "k"],
    ] as const
  ).find(([least]) => size >= least) ?? [1, ""];
  return `${Number((value / unit).toPrecision(4))}${sign}`;
}

function writePower(value: number): string {
  const [digits = "", power = ""] = value.toExponential().replace("+", "").split("e");
  const raised = power
    .replace("-", "⁻")
    .replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? "");
  return digits === "1" ? `10${raised}` : `${digits} × 10${raised}`;
}

function nameIn(name: string | Bilingual | undefined, lang: Language): string {
  return typeof name === "object" ? name[lang] : (name ?? "");
}

/** Pixels of a name at 12 px: Han signs are as wide as high, capitals wider than small letters. */
function measureName(name: string): number {
  const measure = (sign: string) =>
    /[\u2E80-\uFFEF]/.test(sign) ? 12 : /[\p{Lu}\d]/u.test(sign) ? 8.4 : 6.8;
  return [...name].reduce((sum, sign) => sum + measure(sign), 0);
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { loadCatalog } from "../../../../src/site/catalog.ts";
import { languages } from "../../../../src/site/languages.ts";
import { drawPlot, listLogTicks, listPlotRows, writeTick } from "../../../../src/site/plot.ts";
import { type PlotData, plotSchema } from "../../../../src/site/schema.ts";

const both = (text: string) => ({ zh: text, en: text });
const base = { kind: "plot", caption: both("caption"), alt: both("alt") };
const draw = (plot: PlotData) => parseHTML(drawPlot(plot, "en")).document;

const line = plotSchema.parse({
  ...base,
  mark: "line",
  x: { label: both("steps") },
  y: { label: both("loss"), scale: "log" },
  series: [
    {
      label: both("a"),
      points: [
        [1, 100],
        [2, 10, "ten"],
      ],
    },
    { label: both("b"), points: [[1, 50]] },
  ],
});

const bar = plotSchema.parse({
  ...base,
  mark: "bar",
  x: { label: both("GB") },
  y: { label: both("card") },
  series: [
    {
      label: both("memory"),
      points: [
        ["A100", 80],
        [{ zh: "卡", en: "card" }, 40],
      ],
    },
  ],
});

test("a line plot has a mark per point, one path per series, and the names of points", () => {
  const drawn = draw(line);
  assert.equal(drawn.querySelectorAll('[aria-label="dot"] path').length, 3);
  assert.equal(drawn.querySelectorAll('[aria-label="line"] path').length, 2);
  assert.match(drawn.toString(), />ten</);
});

test("bars are as long as their numbers, and each says its own", () => {
  const bars = [...draw(bar).querySelectorAll('[aria-label="bar"] rect')];
  const [a = 0, b = 0] = bars.map((one) => Number(one.getAttribute("width")));
  assert.ok(Math.abs(a / b - 2) < 0.01, `${a} ${b}`);
  assert.match(draw(bar).toString(), />80</);
});

test("a unit plot has a sign for each thing, and the series of a name follow each other", () => {
  const units: PlotData = {
    ...bar,
    mark: "unit",
    series: [
      { label: { zh: "好", en: "good" }, points: [["a", 2]] },
      {
        label: { zh: "坏", en: "bad" },
        points: [
          ["a", 1],
          ["b", 3],
        ],
      },
    ],
  };
  const signs = [...draw(units).querySelectorAll('[aria-label="dot"] path')];
  const places = signs.map((sign) =>
    /\(([\d.]+),([\d.]+)\)/.exec(sign.getAttribute("transform") ?? ""),
  );
  const rows = new Set(places.map((place) => place?.[2]));
  assert.equal(signs.length, 6);
  assert.equal(rows.size, 2);
  const colours = signs.slice(0, 3).map((sign) => sign.getAttribute("fill"));
  assert.deepEqual(colours, ["var(--data-1)", "var(--data-1)", "var(--data-2)"]);
  const x = places.slice(0, 3).map((place) => Number(place?.[1]));
  assert.deepEqual(
    x,
    x.toSorted((a, b) => a - b),
  );
});

test("no plot of an article brings a style sheet, sticks out sideways or leaves a point out", () => {
  const plots = loadCatalog().articles.flatMap(({ figures }) =>
    Object.values(figures).filter((figure) => figure.kind === "plot"),
  );
  for (const plot of [line, bar, ...plots]) {
    for (const lang of languages) {
      const drawn = parseHTML(drawPlot(plot, lang)).document;
      assert.equal(drawn.querySelectorAll("style").length, 0);
      const marks = drawn.querySelectorAll('[aria-label="bar"] rect, [aria-label="dot"] path');
      assert.equal(marks.length, listPlotRows(plot, lang).length);
      for (const bar of drawn.querySelectorAll('[aria-label="bar"] rect')) {
        assert.ok(Number(bar.getAttribute("x")) + Number(bar.getAttribute("width")) <= 328);
      }
    }
  }
});

test("the table of a plot has every point with its name in the reader's language", () => {
  assert.deepEqual(listPlotRows(bar, "zh")[1], {
    series: "memory",
    name: "卡",
    x: undefined,
    y: 40,
  });
  assert.deepEqual(listPlotRows(line, "en")[1], { series: "a", name: "ten", x: 2, y: 10 });
});

test("ticks are short: thousands set apart, then by unit, then by power of ten", () => {
  const ticks = [0, 0.2811, -0.5, 1500, 12000, 2_500_000, 3e9, 4e12, 1e21, 0.0001].map(writeTick);
  assert.deepEqual(ticks, [
    "0",
    "0.2811",
    "-0.5",
    "1,500",
    "12k",
    "2.5M",
    "3G",
    "4T",
    "10²¹",
    "10⁻⁴",
  ]);
});

test("a logarithmic axis has few round ticks that enclose the points", () => {
  assert.deepEqual(listLogTicks(7.2, 93, 6), [5, 10, 20, 50, 100]);
  assert.deepEqual(listLogTicks(21, 2250, 6), [10, 30, 100, 300, 1000, 3000]);
  assert.deepEqual(listLogTicks(0.0002, 0.9, 6), [0.0001, 0.001, 0.01, 0.1, 1]);
  assert.deepEqual(listLogTicks(4e17, 4e25, 6), [1e16, 1e18, 1e20, 1e22, 1e24, 1e26]);
});

test("an axis of years has no commas, one of steps has", () => {
  const years = {
    ...line,
    series: [
      { label: both("a"), points: [[2016, 3] as [number, number], [2024, 5] as [number, number]] },
    ],
  };
  assert.match(drawPlot(years, "en"), />2020</);
  const steps = {
    ...line,
    series: [
      { label: both("a"), points: [[2016, 3] as [number, number], [5024, 5] as [number, number]] },
    ],
  };
  assert.match(drawPlot(steps, "en"), />3,000</);
});

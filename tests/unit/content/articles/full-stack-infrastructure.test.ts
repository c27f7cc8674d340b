import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import {
  findNeededSpeed,
  priceRun,
} from "../../../../content/articles/full-stack-infrastructure/cost.ts";
import {
  measureGigabytes,
  type Stage,
} from "../../../../content/articles/full-stack-infrastructure/memory.ts";
import {
  findBreakEven,
  type Machine,
  priceOwning,
} from "../../../../content/articles/full-stack-infrastructure/owning.ts";
import { measureBubble } from "../../../../content/articles/full-stack-infrastructure/pipeline.ts";
import { articleSchema } from "../../../../src/site/schema.ts";

const { figures } = articleSchema.parse(
  parse(readFileSync("content/articles/full-stack-infrastructure/article.yaml", "utf8")),
);
const awsV100 = { cards: 8, perCard: 3.06 };
const awsA100 = { cards: 8, perCard: 4.1 };
const lambdaV100 = { cards: 8, perCard: 0.55 };
const lambdaA100 = { cards: 8, perCard: 1.1 };
const box: Machine = { price: 60_000, kilowatts: 6.5, perKwh: 0.15 };

function seriesOf(id: string) {
  const figure = figures[id];
  assert.ok(figure?.kind === "plot", id);
  return figure.series.map(({ points }) => points);
}

test("7.5 billion parameters take 120 GB on one GPU and, fully sharded over 64, under 2 GB", () => {
  assert.equal(measureGigabytes(7.5e9, 0, 64), 120);
  assert.equal(measureGigabytes(7.5e9, 1, 64).toFixed(1), "31.4");
  assert.equal(measureGigabytes(7.5e9, 2, 64).toFixed(1), "16.6");
  assert.equal(measureGigabytes(7.5e9, 3, 64).toFixed(1), "1.9");
});

test("on one GPU sharding saves nothing", () => {
  for (const stage of [0, 1, 2, 3] as const) assert.equal(measureGigabytes(1e9, stage, 1), 16);
});

test("a pipeline of four GPUs idles three quarters of the time, and a twelfth with 32 pieces", () => {
  assert.equal(measureBubble(4, 1), 0.75);
  assert.equal(measureBubble(4, 32).toFixed(3), "0.086");
  assert.equal(measureBubble(1, 1), 0);
});

test("the run that was said to cost 1,750 and 250 dollars fits eight cards and not four", () => {
  assert.equal(priceRun(awsV100, 72).toFixed(2), "1762.56");
  assert.equal(priceRun(awsA100, 8).toFixed(2), "262.40");
  assert.equal(priceRun({ ...awsV100, cards: 4 }, 72).toFixed(2), "881.28");
  assert.equal(findNeededSpeed(awsA100, awsV100).toFixed(2), "1.34");
  assert.equal(findNeededSpeed(lambdaA100, lambdaV100), 2);
});

test("a machine pays for itself in 79, 107 or 319 days of work, or never", () => {
  const days = (perCard: number) => Math.round(findBreakEven(box, { cards: 8, perCard }) / 24);
  assert.deepEqual([4.1, 3.05, 1.1].map(days), [79, 107, 319]);
  assert.equal(findBreakEven(box, { cards: 8, perCard: 0.1 }), Number.POSITIVE_INFINITY);
  const desk = { price: 7000, kilowatts: 1, perKwh: 0.15 };
  assert.equal(Math.round(findBreakEven(desk, { cards: 2, perCard: 0.44 }) / 24), 400);
});

test("the plots show what memory.ts and cost.ts compute", () => {
  const gpus = [1, 2, 4, 16, 64];
  assert.deepEqual(
    seriesOf("sharding"),
    ([0, 1, 2, 3] as Stage[]).map((stage) =>
      gpus.map((n) => [n, Number(measureGigabytes(7.5e9, stage, n).toPrecision(3))]),
    ),
  );
  const days = [0, 180, 360];
  assert.deepEqual(seriesOf("owning"), [
    days.map((day) => [day, Math.round(priceOwning(box, day * 24))]),
    ...[4.1, 3.05, 1.1].map((perCard) =>
      days.map((day) => [day, Math.round(priceRun({ cards: 8, perCard }, day * 24))]),
    ),
  ]);
  const costs = [
    [awsV100, 72],
    [awsA100, 72 / 2.5],
    [awsA100, 8],
    [lambdaV100, 72],
    [lambdaA100, 72 / 2.5],
    [lambdaA100, 8],
  ] as const;
  assert.deepEqual(
    seriesOf("run")[0]?.map(([, cost]) => cost),
    costs.map(([rent, hours]) => Math.round(priceRun(rent, hours))),
  );
});

const folder = "../shared/data/ann";
if (existsSync(folder)) {
  test("the plots of prices show the lowest price per card of each vendor in the tables", () => {
    const cloud = "cloud-gpus-2025-03-07.csv";
    const a100 = ["A100 (80 GB)"];
    const h100 = ["H100 (80 GB)", "H100 HGX (80GB)", "H100 PCIe (80GB)"];
    assert.deepEqual(seriesOf("prices"), [listLowest(cloud, a100)]);
    assert.deepEqual(seriesOf("serverless"), [listLowest("serverless-gpus-2025.csv", a100)]);
    const newer = listLowest(cloud, h100);
    const both = listLowest(cloud, a100).filter(([name]) =>
      newer.some(([other]) => other === name),
    );
    assert.deepEqual(seriesOf("generations"), [
      both,
      both.map(([name]) => newer.find(([other]) => other === name)),
    ]);
  });
}

/** Vendors with their lowest price of these cards, cheapest first; no field here holds a comma. */
function listLowest(file: string, cards: string[]): [string, number][] {
  const [head = "", ...lines] = readFileSync(`${folder}/${file}`, "utf8").trim().split("\n");
  const names = head.trim().split(",");
  const lowest = new Map<string, number>();
  for (const line of lines) {
    const cells = line.trim().split(",");
    const vendor = cells[0] ?? "";
    const price = Number(cells[names.indexOf("per_gpu_usd_h")]);
    if (!cards.includes(cells[names.indexOf("gpu_type")] ?? "") || !(price > 0)) continue;
    lowest.set(vendor, Math.min(price, lowest.get(vendor) ?? price));
  }
  return [...lowest].sort(([, a], [, b]) => a - b);
}

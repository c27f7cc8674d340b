import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { test } from "node:test";
import { parseDigitCard } from "../../../../demos/digits/card.ts";
import { convolve, poolMax } from "../../../../demos/digits/convolution.ts";
import { readDigit, readDigitModel } from "../../../../demos/digits/network.ts";
import { centreDigit } from "../../../../demos/digits/preprocess.ts";
import { readShippedDigits } from "../../../../demos/digits/read-shipped.ts";

interface Case {
  rows: string[];
  picture: number[];
  conv1: number[];
  conv2: number[];
  pool2: number[];
  hidden: number[];
  logits: number[];
}

const folder = "public/models/digits";
const readJson = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
const model = readShippedDigits();

/** The values at some indices of each axis of [count, side, side], in order. */
function pick(data: Float32Array, side: number, channels: number[], ys: number[], xs: number[]) {
  return channels.flatMap((c) => ys.flatMap((y) => xs.map((x) => data[(c * side + y) * side + x])));
}

test("every layer agrees with the values that training wrote, to within their tolerance", () => {
  const { tolerance, cases } = readJson("values.json") as { tolerance: number; cases: Case[] };
  assert.equal(tolerance, 1e-3);
  assert.equal(cases.length, 6);
  for (const { rows, picture, conv1, conv2, pool2, hidden, logits } of cases) {
    const data = Float32Array.from(rows.join(""), (digit) => Number(digit) / 9);
    const input = centreDigit({ height: rows.length, width: rows[0]?.length ?? 0, data });
    assert.ok(input);
    const found = readDigit(model, input);
    const xs = [5, 8, 11, 14, 17, 20];
    const pairs: [number[], (number | undefined)[]][] = [
      [picture, pick(input, 28, [0], [8, 11, 14, 17], xs)],
      [conv1, pick(found.conv1.data, 28, [0, 5, 10, 15], [13], [6, 10, 14, 18])],
      [conv2, pick(found.conv2.data, 14, [0, 7, 14, 21, 28], [6], [3, 6, 9])],
      [pool2, pick(found.pool2.data, 7, [0, 9, 18, 27], [3], [0, 1, 2, 3, 4, 5, 6])],
      [hidden, [...found.hidden.slice(0, 16)]],
      [logits, [...found.logits]],
    ];
    for (const [expected, actual] of pairs) {
      assert.equal(actual.length, expected.length);
      for (const [i, value] of expected.entries())
        assert.ok(Math.abs(value - (actual[i] ?? Number.NaN)) < tolerance, `${value} ${actual[i]}`);
    }
  }
});

test("what ships is at most 400 KB, and the card tells its size, parameters and accuracy", () => {
  const card = parseDigitCard(readJson("card.json"));
  assert.equal(statSync(`${folder}/weights.bin`).size, card.bytes);
  assert.ok(card.bytes <= 400_000);
  assert.equal(model.parameters, card.parameters);
  assert.ok(card.accuracy.heldOut >= 0.985);
  assert.throws(() => parseDigitCard({ data: {} }), /missing accuracy/);
});

test("a kernel slides over the map with zeros around it", () => {
  const input = { count: 1, side: 2, data: Float32Array.of(1, 2, 3, 4) };
  const W = Float32Array.of(0, 0, 0, 0, 1, 0, 0, 0, 10); // x here plus ten times the one right below
  const { data } = convolve(input, W, Float32Array.of(0.5), 3);
  assert.deepEqual([...data], [41.5, 2.5, 3.5, 4.5]);
});

test("maps add up, and pooling takes the largest of four", () => {
  const input = { count: 2, side: 2, data: Float32Array.of(1, 2, 3, 4, 10, 20, 30, 40) };
  const { data } = convolve(input, Float32Array.of(1, 1, 0, -1), Float32Array.of(0, 0), 1);
  assert.deepEqual([...data], [11, 22, 33, 44, -10, -20, -30, -40]);
  assert.deepEqual([...poolMax({ count: 2, side: 2, data }).data], [44, -10]);
  assert.throws(() => poolMax({ count: 1, side: 3, data: new Float32Array(9) }), RangeError);
});

test("a header of another kind, cut weights and a picture of another size are refused", () => {
  const bytes = new ArrayBuffer(4);
  assert.throws(() => readDigitModel({ architecture: "lstm" }, bytes), /architecture "lstm"/);
  assert.throws(() => readDigitModel(readJson("model.json"), bytes), /4 bytes instead of/);
  assert.throws(() => readDigit(model, new Float32Array(9)), /9 pixels instead of 784/);
});

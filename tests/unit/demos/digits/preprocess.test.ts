import assert from "node:assert/strict";
import { test } from "node:test";
import { centreDigit, type Ink, side } from "../../../../demos/digits/preprocess.ts";
import { drawInk } from "../../../../demos/digits/strokes.ts";

/** A full rectangle on paper of 60 × 60. */
function rectangle(height: number, width: number, top: number, left: number): Ink {
  const data = new Float32Array(60 * 60);
  for (let y = top; y < top + height; y++) data.fill(1, y * 60 + left, y * 60 + left + width);
  return { height: 60, width: 60, data };
}

/** First and last row and column with ink. */
function measure(picture: Float32Array | undefined) {
  assert.ok(picture);
  const at = [...picture.keys()].filter((i) => (picture[i] ?? 0) > 0.01);
  const rows = at.map((i) => Math.floor(i / side));
  const columns = at.map((i) => i % side);
  return [Math.min(...rows), Math.max(...rows), Math.min(...columns), Math.max(...columns)];
}

test("a bar of 40 × 8 becomes one of 20 × 4 in the middle, wherever it stood", () => {
  for (const [top, left] of [
    [15, 3],
    [0, 52],
    [20, 26],
  ] as const) {
    const picture = centreDigit(rectangle(40, 8, top, left));
    assert.deepEqual(measure(picture), [4, 23, 12, 15]);
    assert.ok(Math.abs((picture?.reduce((sum, ink) => sum + ink, 0) ?? 0) - 80) < 1e-3);
  }
});

test("the longer side decides the scale, up as well as down", () => {
  assert.deepEqual(measure(centreDigit(rectangle(2, 10, 5, 5))), [12, 15, 4, 23]);
  assert.deepEqual(measure(centreDigit(rectangle(60, 60, 0, 0))), [4, 23, 4, 23]);
});

test("the centre of mass, not of the box, goes into the middle", () => {
  const ink = rectangle(20, 20, 20, 20);
  ink.data.fill(0);
  for (let y = 20; y < 40; y++) ink.data.fill(1, y * 60 + 20, y * 60 + y + 1); // a triangle
  const picture = centreDigit(ink) ?? new Float32Array();
  let [mass, x, y] = [0, 0, 0];
  for (const [i, value] of picture.entries()) {
    mass += value;
    x += value * ((i % side) + 0.5);
    y += value * (Math.floor(i / side) + 0.5);
  }
  assert.ok(Math.abs(x / mass - 14) < 0.01 && Math.abs(y / mass - 14) < 0.01);
});

test("paper without ink, or with only a grey shade, gives no picture", () => {
  const ink = rectangle(0, 0, 0, 0);
  assert.equal(centreDigit(ink), undefined);
  ink.data.fill(0.08);
  assert.equal(centreDigit(ink), undefined);
  assert.throws(() => centreDigit({ height: 3, width: 3, data: new Float32Array(8) }), RangeError);
});

test("a stroke has the width of the pen, round ends and stays on the pad", () => {
  const { data, width } = drawInk([
    [
      [10, 20],
      [50, 20],
    ],
  ]);
  const column = Array.from({ length: width }, (_, y) => data[y * width + 60] ?? 0);
  assert.ok(Math.abs(column.reduce((sum, ink) => sum + ink, 0) - 2 * 2 * 2.6) < 0.2);
  assert.equal(data[41 * width + 8], 0);
  assert.ok(drawInk([[[0, 0]], [[63, 63]]]).data.every((ink) => ink >= 0 && ink <= 1));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { example } from "../../../../demos/digits/example.ts";
import { toLevels, traceLevels } from "../../../../demos/digits/levels.ts";
import { readShippedDigits } from "../../../../demos/digits/read-shipped.ts";
import { rankClasses, recognise } from "../../../../demos/digits/recognise.ts";
import { readStrokes, writeStrokes } from "../../../../demos/digits/stroke-address.ts";
import type { Point, Stroke } from "../../../../demos/digits/strokes.ts";

const model = readShippedDigits();

/** Part of an ellipse; angles in degrees from the right, clockwise. */
function arc(x: number, y: number, rx: number, ry: number, from: number, to: number): Point[] {
  return Array.from({ length: 25 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / 24) * Math.PI) / 180;
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)];
  });
}

const drawings: Record<number, Stroke[]> = {
  0: [arc(32, 32, 14, 22, 0, 360)],
  1: [
    [
      [32, 8],
      [32, 56],
    ],
  ],
  2: [[...arc(32, 20, 14, 12, -170, 40), [18, 54], [48, 54]]],
  3: example,
  4: [
    [
      [36, 8],
      [14, 40],
      [48, 40],
    ],
    [
      [38, 22],
      [38, 58],
    ],
  ],
  5: [[[46, 8], [22, 8], [20, 28], ...arc(31, 42, 15, 14, -110, 150)]],
  6: [[...arc(44, 34, 24, 26, -100, -180), ...arc(32, 42, 12, 14, -180, 180)]],
  7: [
    [
      [14, 10],
      [48, 10],
      [28, 56],
    ],
  ],
  8: [[...arc(32, 20, 11, 12, 90, 450), ...arc(32, 45, 13, 13, -90, 270)]],
  9: [[...arc(32, 20, 12, 12, 0, -360), [43, 24], [38, 56]]],
};

test("each digit drawn with a few strokes is read as what it is, large, small and off the middle", () => {
  for (const [digit, strokes] of Object.entries(drawings)) {
    for (const [scale, shift] of [
      [1, 0],
      [0.5, 3],
      [0.6, 24],
    ] as const) {
      const moved = strokes.map((stroke) =>
        stroke.map(([x, y]): Point => [x * scale + shift, y * scale + shift]),
      );
      const shown = recognise(model, moved);
      assert.ok(shown);
      assert.equal(rankClasses(shown)[0]?.digit, Number(digit), `${digit} at scale ${scale}`);
      assert.ok(Math.abs(shown.probabilities.reduce((sum, p) => sum + p, 0) - 1) < 1e-4);
    }
  }
});

test("an empty pad gives no reading", () => {
  assert.equal(recognise(model, []), undefined);
});

test("a drawing goes into the address and comes back", () => {
  const strokes: Stroke[] = [
    [
      [0, 63],
      [10, 36],
    ],
    [[62, 61]],
  ];
  assert.equal(writeStrokes(strokes), "0_Aa.-z");
  assert.deepEqual(readStrokes("0_Aa.-z"), strokes);
  assert.deepEqual(readStrokes(""), []);
  for (const text of ["abc", "ab..cd", "a!", "ab.", "x".repeat(9000)])
    assert.equal(readStrokes(text), undefined, text);
  const long = Array.from({ length: 901 }, (): Point => [1, 1]);
  assert.equal(writeStrokes([long]), "");
});

test("greys become nine levels, and runs of one level become one piece of a path", () => {
  const levels = toLevels(Float32Array.of(0, 0.5, 0.5, 2, -1, 1, 0, 0, 0.02), 1);
  assert.equal(levels, "055909000");
  assert.deepEqual(traceLevels(levels, 3), [
    { level: 5, path: "M1 0h2v1h-2z" },
    { level: 9, path: "M0 1h1v1h-1zM2 1h1v1h-1z" },
  ]);
  assert.equal(toLevels(new Float32Array(2), 0), "00");
});

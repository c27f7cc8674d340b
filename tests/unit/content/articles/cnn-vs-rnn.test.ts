import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import {
  poolMax,
  rectify,
  slideFilter,
} from "../../../../content/articles/cnn-vs-rnn/convolution.ts";
import {
  countReach,
  doubleGaps,
  keepDense,
} from "../../../../content/articles/cnn-vs-rnn/reach.ts";
import { listShares, unroll } from "../../../../content/articles/cnn-vs-rnn/recurrence.ts";
import { articleSchema } from "../../../../src/site/schema.ts";

const seven = [
  [0, 0, 0, 0, 0],
  [0, 1, 1, 1, 0],
  [0, 0, 0, 1, 0],
  [0, 0, 0, 1, 0],
  [0, 0, 0, 1, 0],
];
const rising = [
  [-1, 0, 1],
  [-1, 0, 1],
  [-1, 0, 1],
];

test("the filter of the article finds the left edge of the stem of the seven", () => {
  const Y = slideFilter(seven, rising);
  assert.deepEqual(Y, [
    [1, 1, -1],
    [1, 2, -1],
    [0, 3, 0],
  ]);
  assert.deepEqual(rectify(Y), [
    [1, 1, 0],
    [1, 2, 0],
    [0, 3, 0],
  ]);
  assert.deepEqual(poolMax(rectify(Y), 2, 1), [
    [2, 2],
    [3, 3],
  ]);
  assert.deepEqual(poolMax(rectify(Y), 3), [[3]]);
});

test("a shifted picture gives a shifted feature map, and a turned one a different map", () => {
  const left = seven.map((row) => [...row.slice(1), 0]);
  const Y = slideFilter(seven, rising);
  const shifted = slideFilter(left, rising);
  assert.deepEqual(
    shifted.map((row) => row.slice(0, 2)),
    Y.map((row) => row.slice(1)),
  );
  const turned = seven.map((_, i) => seven.map((row) => row[4 - i] ?? 0)); // a quarter turn
  assert.equal(Math.max(...slideFilter(turned, rising).flat()), 1);
});

test("a stride of two answers at every other place only", () => {
  assert.deepEqual(slideFilter(seven, rising, 2), [
    [1, -1],
    [0, 0],
  ]);
});

test("in a unit without activation the shares of the words add up to the last state", () => {
  const unit = { U: 1, W: 0.5, V: 1, activate: (sum: number) => sum };
  assert.deepEqual(unroll([1, 1, 1, 1], unit).h, [1, 1.5, 1.75, 1.875]);
  assert.deepEqual(listShares([1, 1, 1, 1], unit), [0.125, 0.25, 0.5, 1]);
  assert.deepEqual(unroll([1, 0], { ...unit, V: 3 }).o, [3, 1.5]);
});

test("the state stays between minus one and one, and depends on the order of the inputs", () => {
  const unit = { U: 1, W: 0.5, V: 1 };
  const forwards = unroll([1, -1], unit).h.at(-1) ?? 0;
  const backwards = unroll([-1, 1], unit).h.at(-1) ?? 0;
  assert.ok(Math.abs(forwards) < 1 && Math.abs(backwards) < 1);
  assert.notEqual(forwards, backwards);
});

test("stacked convolutions see two steps more per layer, dilated ones twice as many", () => {
  assert.equal(countReach(keepDense(1)), 3);
  assert.equal(countReach(keepDense(10)), 21);
  assert.equal(countReach(doubleGaps(9)), 1023);
  assert.equal(countReach(keepDense(500)), 1001);
});

test("the plots of the article show what its listings compute", () => {
  const data = readFileSync("content/articles/cnn-vs-rnn/article.yaml", "utf8");
  const { figures } = articleSchema.parse(parse(data));
  const series = (id: string) => {
    const figure = figures[id];
    assert.ok(figure?.kind === "plot", id);
    return figure.series.map(({ points }) => points);
  };
  const ages = [0, 5, 10, 20, 30, 40, 50];
  const remembered = [0.5, 0.8, 0.95, 0.99].map((W) => {
    const shares = listShares(
      Array.from({ length: 51 }, () => 1),
      { U: 1, W, V: 1 },
    );
    return ages.map((age) => [age, Number((shares.at(-1 - age) ?? 0).toFixed(4))]);
  });
  assert.deepEqual(series("memory"), remembered);
  const layers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  assert.deepEqual(series("reach"), [
    layers.map((n) => [n, countReach(keepDense(n))]),
    layers.map((n) => [n, countReach(doubleGaps(n))]),
  ]);
});

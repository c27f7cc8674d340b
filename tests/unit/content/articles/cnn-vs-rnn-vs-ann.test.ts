import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import { slideFilter } from "../../../../content/articles/cnn-vs-rnn/convolution.ts";
import { bend, points, separate } from "../../../../content/articles/cnn-vs-rnn-vs-ann/boundary.ts";
import {
  measureFading,
  type Net,
  passGate,
} from "../../../../content/articles/cnn-vs-rnn-vs-ann/fading.ts";
import {
  countConvolution,
  countDense,
  countLstm,
  countProducts,
  countRecurrent,
} from "../../../../content/articles/cnn-vs-rnn-vs-ann/parameters.ts";
import { articleSchema } from "../../../../src/site/schema.ts";

const sigmoid = {
  activate: (sum: number) => 1 / (1 + Math.exp(-sum)),
  differentiate: (y: number) => y * (1 - y),
};
const tanh = { activate: Math.tanh, differentiate: (y: number) => 1 - y * y };
const relu = {
  activate: (sum: number) => Math.max(0, sum),
  differentiate: (y: number) => (y > 0 ? 1 : 0),
};
const identity = { activate: (sum: number) => sum, differentiate: () => 1 };

const { figures } = articleSchema.parse(
  parse(readFileSync("content/articles/cnn-vs-rnn-vs-ann/article.yaml", "utf8")),
);

function pointsOf(id: string) {
  const figure = figures[id];
  assert.ok(figure?.kind === "plot", id);
  return figure.series.map(({ points: drawn }) => drawn);
}

/** Every fifth value, to two digits, as the plots show them. */
function pick(values: number[]): [number, number][] {
  return [0, 5, 10, 15, 20, 25, 30].map((back) => [
    back,
    Number((values[back] ?? Number.NaN).toPrecision(2)),
  ]);
}

test("four units on a 224 × 224 colour picture need 602,112 weights, four filters need 108", () => {
  assert.equal(countDense(224 * 224 * 3, 4, false), 602_112);
  assert.equal(countDense(224 * 224 * 3, 4), 602_116);
  assert.equal(countConvolution(3, 3, 4, false), 108);
  assert.equal(countConvolution(3, 3, 4), 112);
  assert.equal(222 * 222 * 4, 197_136);
  assert.equal(countDense(224 * 224 * 3, 222 * 222 * 4, false), 29_674_487_808);
  assert.equal(countProducts(224, 3, 3, 4), 5_322_672);
});

test("the first fully connected layer of VGG-16 holds three quarters of its 138 million", () => {
  const first = countDense(7 * 7 * 512, 4096, false);
  assert.equal(first, 102_760_448);
  assert.equal(Math.round((100 * first) / 138e6), 74);
});

test("a recurrent layer needs as many parameters for 50 steps as for 500, a dense one ten times", () => {
  assert.equal(countRecurrent(100, 128, 10), 30_602);
  assert.equal(countLstm(100, 128), 117_248);
  assert.equal(countDense(50 * 100, 128) + countDense(128, 10), 641_418);
  assert.equal(countDense(500 * 100, 128) + countDense(128, 10), 6_401_418);
});

test("a 3 × 3 filter on a 4 × 4 picture gives the 2 × 2 map of the article", () => {
  const X = [
    [1, 2, 0, 1],
    [0, 1, 3, 1],
    [2, 0, 1, 2],
    [1, 1, 0, 0],
  ];
  const K = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  assert.deepEqual(slideFilter(X, K), [
    [3, 7],
    [0, 2],
  ]);
});

test("two hidden units with ReLU solve exclusive or, and without activation they cannot", () => {
  for (const { x, isOdd } of points) assert.equal(separate(bend(x)), isOdd);
  const straight = points.map(({ x }) => bend(x, (sum) => sum));
  assert.deepEqual(straight, [
    [0, -1],
    [2, 1],
    [1, 0],
    [1, 0],
  ]);
  const [none, both, one] = straight.map(([h]) => h); // both noes lie on the two sides of the yes
  assert.equal(one, ((none ?? 0) + (both ?? 0)) / 2);
});

test("a linear network of width one multiplies the gradient by its one weight at every layer", () => {
  const net: Net = { ...identity, gain: 1, isRecurrent: true };
  const norms = measureFading(net, 4, 1, 1);
  const ratio = norms[1] ?? 0;
  norms.forEach((norm, back) => {
    assert.ok(Math.abs(norm / ratio ** back - 1) < 1e-9);
  });
});

test("without weights a residual network passes the gradient on as it is, a plain one stops it", () => {
  assert.deepEqual(measureFading({ ...tanh, gain: 0, isResidual: true }, 3), [1, 1, 1, 1]);
  assert.deepEqual(measureFading({ ...tanh, gain: 0 }, 1), [1, 0]);
});

test("one sigmoid layer leaves less than a quarter, and tiny weights leave a residual net alone", () => {
  const deep = measureFading({ ...tanh, gain: 1e-3, isResidual: true }, 10);
  for (const norm of deep) assert.ok(Math.abs(norm - 1) < 0.02); // near the identity
  const left = measureFading({ ...sigmoid, gain: 1 }, 1, 200, 5)[1] ?? 0;
  assert.ok(left > 0.15 && left < 0.25, `${left}`); // 1/4 is the steepest slope of the sigmoid
});

test("the plots show what fading.ts computes", () => {
  assert.deepEqual(pointsOf("depth"), [
    pick(measureFading({ ...sigmoid, gain: 1 })),
    pick(measureFading({ ...tanh, gain: 1 })),
    pick(measureFading({ ...relu, gain: Math.SQRT2 })),
    pick(measureFading({ ...relu, gain: 2 })),
    pick(measureFading({ ...sigmoid, gain: 1, isResidual: true })),
  ]);
  assert.deepEqual(pointsOf("time"), [
    pick(measureFading({ ...tanh, gain: 0.5, isRecurrent: true })),
    pick(measureFading({ ...tanh, gain: 1, isRecurrent: true })),
    pick(measureFading({ ...tanh, gain: 3, isRecurrent: true })),
    pick(passGate(sigmoid.activate(1))),
    pick(passGate(0.99)),
  ]);
});

test("the plots show what boundary.ts and parameters.ts compute", () => {
  const split = (place: (x: [number, number]) => [number, number]) =>
    [false, true].map((wanted) =>
      points.filter(({ isOdd }) => isOdd === wanted).map(({ x }) => place(x)),
    );
  assert.deepEqual(
    pointsOf("plane"),
    split((x) => x),
  );
  assert.deepEqual(pointsOf("bent"), split(bend));
  const sides = [28, 56, 112, 224, 448];
  assert.deepEqual(pointsOf("side"), [
    sides.map((n) => [n, countDense(n * n * 3, 4, false)]),
    sides.map((n) => [n, countConvolution(3, 3, 4, false)]),
  ]);
});

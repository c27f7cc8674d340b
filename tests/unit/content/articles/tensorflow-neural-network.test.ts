import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import { createAdam } from "../../../../content/articles/tensorflow-neural-network/adam.ts";
import {
  add,
  constant,
  multiply,
  placeholder,
  run,
} from "../../../../content/articles/tensorflow-neural-network/lazy-graph.ts";
import {
  backward,
  countParameters,
  createNetwork,
  forward,
  type Layer,
} from "../../../../content/articles/tensorflow-neural-network/perceptron.ts";
import {
  measureAccuracy,
  trainEpoch,
} from "../../../../content/articles/tensorflow-neural-network/training.ts";
import { createRandom } from "../../../../demos/kit/random.ts";
import { articleSchema } from "../../../../src/site/schema.ts";

const folder = "content/articles/tensorflow-neural-network";
const clear = (layers: Layer[]): Layer[] =>
  layers.map((layer) => ({
    ...layer,
    W: new Float64Array(layer.W.length),
    b: new Float64Array(layer.b.length),
  }));

test("a graph computes nothing until it is run, and then only what is asked for", () => {
  const [a, b, forgotten] = [placeholder("a"), placeholder("b"), placeholder("c")];
  const sum = add(a, b);
  const unused = multiply(sum, forgotten);
  assert.equal(sum.name, "(a + b)");
  assert.equal(
    run(
      sum,
      new Map([
        [a, 2],
        [b, 3],
      ]),
    ),
    5,
  );
  assert.equal(
    run(
      multiply(sum, sum),
      new Map([
        [a, 2],
        [b, 3],
      ]),
    ),
    25,
  );
  assert.equal(run(add(a, constant(10)), new Map([[a, 1]])), 11);
  assert.throws(
    () =>
      run(
        unused,
        new Map([
          [a, 1],
          [b, 1],
        ]),
      ),
    /missing value of c/,
  );
});

test("a node that two others use is computed once", () => {
  let count = 0;
  const counted = { name: "n", inputs: [], compute: () => ++count };
  assert.equal(run(add(counted, counted), new Map()), 2);
  assert.equal(count, 1);
});

test("784-500-10 has 397,510 parameters, 98.7 % of them in the first layer", () => {
  const network = createNetwork([784, 500, 10], () => 0);
  assert.equal(countParameters(network), 397_510);
  assert.equal(countParameters(network.slice(0, 1)), 392_500);
  assert.equal(((100 * 392_500) / 397_510).toFixed(1), "98.7");
  assert.equal(16 * 5 * 5 + 16, 416); // of the drawing pad's first convolution
});

test("with weights of zero every class is a tenth, and the loss is ln 10", () => {
  const network = createNetwork([4, 3, 10], () => 0);
  const p = forward(network, [1, 0, 0.5, 1]).at(-1) ?? [];
  assert.ok(Array.from(p).every((value) => Math.abs(value - 0.1) < 1e-12));
  const loss = backward(network, clear(network), [1, 0, 0.5, 1], 3);
  assert.ok(Math.abs(loss - Math.log(10)) < 1e-12);
});

test("every gradient agrees with a difference quotient", () => {
  const random = createRandom(5);
  const network = createNetwork([4, 6, 5, 3], () => random.normal());
  for (const { b } of network) b.set(b.map(() => random.normal()));
  const x = [0.2, 0, 0.9, 0.4];
  const sums = clear(network);
  const loss = backward(network, sums, x, 2);
  const step = 1e-6;
  for (const [k, layer] of network.entries()) {
    for (const part of ["W", "b"] as const) {
      for (let i = 0; i < layer[part].length; i++) {
        const before = layer[part][i] as number;
        layer[part][i] = before + step;
        const slope = (backward(network, clear(network), x, 2) - loss) / step;
        layer[part][i] = before;
        assert.ok(Math.abs(slope - (sums[k]?.[part][i] ?? Number.NaN)) < 1e-4, `${k} ${part} ${i}`);
      }
    }
  }
});

test("Adam's first step is the learning rate against the sign of the gradient", () => {
  const network = createNetwork([1, 2], () => 0);
  const gradients = clear(network);
  gradients[0]?.W.set([0.003, -7]);
  createAdam(network, { rate: 0.01 })(gradients);
  const [a, b] = network[0]?.W ?? [];
  assert.ok(Math.abs((a ?? 0) + 0.01) < 1e-6 && Math.abs((b ?? 0) - 0.01) < 1e-6);
});

test("a small network learns which quarter of a picture is inked", () => {
  const random = createRandom(3);
  const pictures = Array.from({ length: 80 }, (_, i) => ({
    x: Array.from({ length: 4 }, (_, j) => (j === i % 4 ? 0.6 : 0) + 0.4 * random.uniform()),
    label: i % 4,
  }));
  const network = createNetwork([4, 16, 4], () => random.normal());
  const step = createAdam(network, { rate: 0.02 });
  const order = pictures.map((_, i) => i);
  const losses = Array.from({ length: 30 }, () => trainEpoch(network, step, pictures, order, 16));
  assert.ok((losses.at(-1) ?? 9) < 0.3 * (losses[0] ?? 0));
  assert.equal(measureAccuracy(network, pictures), 1);
});

test("the figures are valid and the Python listing defines the same network", () => {
  const article = articleSchema.parse(parse(readFileSync(`${folder}/article.yaml`, "utf8")));
  assert.ok(Object.keys(article.figures).length >= 5);
  const python = readFileSync(`${folder}/model.py`, "utf8");
  assert.match(python, /Input\(\(784,\)\)[\s\S]*Dense\(500[\s\S]*Dense\(10\)/);
});

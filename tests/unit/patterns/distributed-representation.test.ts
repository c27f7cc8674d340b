import assert from "node:assert/strict";
import { test } from "node:test";
import { readDefaults } from "../../../demos/calculator/calculator.ts";
import { calculator } from "../../../patterns/canonical/distributed-representation/calculator.ts";
import {
  encodeLocal,
  encodeShared,
  fitReadout,
  type Item,
  readOut,
  toGradient,
} from "../../../patterns/canonical/distributed-representation/sketch.ts";

const sizes = { colours: 3, shapes: 3 };
const items = [0, 1, 2].flatMap((colour) => [0, 1, 2].map((shape) => ({ colour, shape })));
const toPrice = ({ colour, shape }: Item): number => 5 * (colour + 1) - colour ** 2 + 3 * shape;
const isHeldOut = ({ colour, shape }: Item): boolean => colour === shape && colour > 0;
const seen = items.filter((item) => !isHeldOut(item));
const unseen = items.filter(isHeldOut);

test("a shared code values combinations it never saw, a local code answers zero", () => {
  const shared = fitReadout(
    seen.map((item) => encodeShared(item, sizes)),
    seen.map(toPrice),
  );
  const local = fitReadout(
    seen.map((item) => encodeLocal(item, sizes)),
    seen.map(toPrice),
  );
  assert.equal(seen.length, 7);
  for (const item of unseen) {
    assert.ok(Math.abs(readOut(encodeShared(item, sizes), shared) - toPrice(item)) < 1e-6);
    assert.equal(readOut(encodeLocal(item, sizes), local), 0);
  }
});

test("the gradient of the readout agrees with finite differences", () => {
  const X = seen.map((item) => encodeShared(item, sizes));
  const y = seen.map(toPrice);
  const w = [0.3, -1, 0.5, 2, 0, -0.7];
  const loss = (v: number[]): number =>
    X.reduce((sum, x, row) => sum + (readOut(x, v) - (y[row] ?? 0)) ** 2 / 2, 0);
  const epsilon = 1e-5;
  toGradient(X, y, w).forEach((gradient, i) => {
    const up = w.map((value, j) => (j === i ? value + epsilon : value));
    const down = w.map((value, j) => (j === i ? value - epsilon : value));
    assert.ok(Math.abs((loss(up) - loss(down)) / (2 * epsilon) - gradient) < 1e-6);
  });
});

test("sums of shared codes lose the binding: red circle and blue square equal their swap", () => {
  const add = (a: number[], b: number[]): number[] => a.map((value, i) => value + (b[i] ?? 0));
  const code = (colour: number, shape: number): number[] => encodeShared({ colour, shape }, sizes);
  assert.deepEqual(add(code(0, 0), code(1, 1)), add(code(1, 0), code(0, 1)));
});

test("768 units hold 100,000 concepts with cosines below 0.25, and ten at once read with noise 0.11", () => {
  const { bits, table, overlap, noise } = calculator.compute(readDefaults(calculator));
  assert.equal(bits, 17);
  assert.equal(table, 76_800_000);
  assert.ok(Math.abs((overlap ?? 0) - 0.2449) < 1e-3);
  assert.ok(Math.abs((noise ?? 0) - 0.1083) < 1e-3);
});

test("the noise of a sum of random sign codes has the stated spread", () => {
  const [d, k, trials] = [64, 9, 400];
  let state = 1;
  const flip = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 31 ? 1 : -1;
  };
  let squares = 0;
  for (let trial = 0; trial < trials; trial++) {
    const codes = Array.from({ length: k }, () => Array.from({ length: d }, flip));
    const first = codes[0] ?? [];
    const sum = first.map((_, i) => codes.reduce((total, code) => total + (code[i] ?? 0), 0));
    squares += (readOut(first, sum) / d - 1) ** 2;
  }
  assert.ok(Math.abs(Math.sqrt(squares / trials) - Math.sqrt((k - 1) / d)) < 0.04);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { readDefaults } from "../../../demos/calculator/calculator.ts";
import { calculator } from "../../../patterns/canonical/conditional-computation/calculator.ts";
import {
  balanceLoss,
  runChosen,
  scoreGradient,
  selectTop,
} from "../../../patterns/canonical/conditional-computation/sketch.ts";

const double = (x: number[]): number[] => x.map((v) => 2 * v);
const negate = (x: number[]): number[] => x.map((v) => -v);
const square = (x: number[]): number[] => x.map((v) => v * v);

test("the largest scores are chosen and ties go to the lower index", () => {
  assert.deepEqual(selectTop([1, 3, 3, 2], 2), [1, 2]);
  assert.deepEqual(selectTop([0, 0], 1), [0]);
});

test("only the chosen branches run, and equal scores mix them half and half", () => {
  const runs = [0, 0, 0];
  const counted = [double, negate, square].map((branch, i) => (x: number[]) => {
    runs[i] = (runs[i] ?? 0) + 1;
    return branch(x);
  });
  const { y, chosen } = runChosen([1, 3], [5, -9, 5], counted, 2);
  assert.deepEqual(chosen, [0, 2]);
  assert.deepEqual(runs, [1, 0, 1]);
  assert.deepEqual(y, [1.5, 7.5]); // half of [2, 6] and half of [1, 9]
});

test("the gradient at the chosen scores agrees with finite differences and is 0 elsewhere", () => {
  const x = [0.4, -1.1, 0.9];
  const scores = [0.7, -2, 0.1];
  const dy = [1, -0.5, 2];
  const branches = [double, negate, square];
  const loss = (s: number[]): number =>
    runChosen(x, s, branches, 2).y.reduce((sum, v, c) => sum + v * (dy[c] ?? 0), 0);
  const { chosen, outputs, gates } = runChosen(x, scores, branches, 2);
  const gradient = scoreGradient(outputs, gates, dy);
  const epsilon = 1e-6;
  for (const i of [0, 1, 2]) {
    const move = (by: number): number[] => scores.map((s, j) => (j === i ? s + by : s));
    const numeric = (loss(move(epsilon)) - loss(move(-epsilon))) / (2 * epsilon);
    const at = chosen.indexOf(i);
    assert.ok(Math.abs(numeric - (at < 0 ? 0 : (gradient[at] ?? 0))) < 1e-8);
  }
});

test("with one chosen branch the softmax over the chosen gives the router no gradient at all", () => {
  const { outputs, gates } = runChosen([1, 2], [3, 1], [double, negate], 1);
  assert.deepEqual(scoreGradient(outputs, gates, [1, 1]), [0]);
});

test("the balance loss is 1 for an even spread and the number of branches for a collapse", () => {
  assert.equal(balanceLoss([0.25, 0.25, 0.25, 0.25], [0.25, 0.25, 0.25, 0.25]), 1);
  assert.equal(balanceLoss([1, 0, 0, 0], [1, 0, 0, 0]), 4);
});

test("the defaults are Mixtral: 46.7 B in total, 12.9 B active, and one token reads the active ones", () => {
  const defaults = readDefaults(calculator);
  const { total = 0, used = 0 } = calculator.compute(defaults);
  assert.equal((total / 1e9).toFixed(1), "46.7");
  assert.equal((used / 1e9).toFixed(1), "12.9");
  const single = calculator.compute({ ...defaults, batch: 1 });
  assert.equal(single["read"], single["dense"]);
  const full = calculator.compute({ ...defaults, batch: 1024 });
  assert.ok(Math.abs((full["read"] ?? 0) - (full["memory"] ?? 1)) < 1e-9);
});

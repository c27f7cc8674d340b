import assert from "node:assert/strict";
import { test } from "node:test";
import { readDefaults } from "../../../demos/calculator/calculator.ts";
import { calculator } from "../../../patterns/canonical/scaling-law/calculator.ts";
import {
  chinchillaRefit,
  fitFloor,
  predictLoss,
  splitCompute,
} from "../../../patterns/canonical/scaling-law/sketch.ts";

test("the loss of a law with exponents of one half can be worked by hand", () => {
  const law = { E: 1, A: 20, alpha: 0.5, B: 30, beta: 0.5 };
  assert.equal(predictLoss(law, 100, 225), 1 + 2 + 2);
  const { N, D } = splitCompute({ ...law, B: 20 }, 6 * 400);
  assert.ok(Math.abs(N - 20) < 1e-9 && Math.abs(D - 20) < 1e-9);
});

test("no other split of the same compute reaches a lower loss", () => {
  const C = 1e22;
  const best = splitCompute(chinchillaRefit, C);
  for (const factor of [0.25, 0.5, 0.9, 0.99, 1.01, 1.1, 2, 4]) {
    const N = best.N * factor;
    assert.ok(predictLoss(chinchillaRefit, N, C / 6 / N) > best.loss);
  }
});

test("at Chinchilla's budget the refit asks for about 18 tokens per parameter, the rounded law for 93", () => {
  const C = 6 * 70e9 * 1.4e12;
  const refit = splitCompute(chinchillaRefit, C);
  assert.equal(Math.round(refit.D / refit.N), 18);
  const printed = splitCompute({ E: 1.69, A: 406.4, alpha: 0.34, B: 410.7, beta: 0.28 }, C);
  assert.equal(Math.round(printed.D / printed.N), 93);
});

test("a fit with a floor recovers the law of its points and extrapolates a thousandfold", () => {
  const loss = (C: number): number => 1.8 + 900 * C ** -0.15;
  const C = [1e18, 3e18, 1e19, 3e19, 1e20, 3e20];
  const { E, k, gamma } = fitFloor(C, C.map(loss));
  assert.ok(Math.abs(E - 1.8) < 0.01);
  assert.ok(Math.abs(E + k * 3e23 ** -gamma - loss(3e23)) < 0.01);
});

test("a straight line in log-log without a floor promises too much", () => {
  const loss = (C: number): number => 1.8 + 900 * C ** -0.15;
  const slope = Math.log(loss(3e20) / loss(1e18)) / Math.log(300);
  const promised = loss(3e20) * 1000 ** slope;
  assert.ok(promised < loss(3e23) - 0.2);
});

test("the calculator's overhead is 1 at the best ratio and the compute it names gives the loss", () => {
  const defaults = readDefaults(calculator);
  const first = calculator.compute(defaults);
  const ratio = (first["bestD"] ?? 0) / (first["bestN"] ?? 1);
  const same = calculator.compute({ ...defaults, ratio });
  assert.ok(Math.abs((same["overhead"] ?? 0) - 1) < 1e-6);
  const saved = (first["compute"] ?? 0) / (first["overhead"] ?? 0);
  assert.ok(Math.abs(splitCompute(chinchillaRefit, saved).loss - (first["ownLoss"] ?? 0)) < 1e-9);
});

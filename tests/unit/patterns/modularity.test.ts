import assert from "node:assert/strict";
import { test } from "node:test";
import { readDefaults } from "../../../demos/calculator/calculator.ts";
import { createRandom } from "../../../demos/kit/random.ts";
import { calculator } from "../../../patterns/canonical/modularity/calculator.ts";
import {
  applyModule,
  createModule,
  type Module,
  moduleGradient,
  runChain,
} from "../../../patterns/canonical/modularity/sketch.ts";

const base = (x: number[]): number[] => x.map((value) => 2 * value - 1);

test("a new module leaves the frozen base exactly as it was", () => {
  const module = createModule(3, 2, createRandom(1).normal);
  assert.deepEqual(runChain(base, [module, module], [0.3, -2, 5]), base([0.3, -2, 5]));
});

test("a module adds up · relu(down · h), worked by hand", () => {
  const module: Module = {
    down: [
      [1, 1],
      [1, -1],
    ],
    up: [
      [10, 100],
      [0, 1],
    ],
  };
  assert.deepEqual(applyModule(module, [1, 2]), [31, 2]); // inner is [3, 0]
});

test("at the start the gradient reaches up and not down, and both agree with finite differences", () => {
  const random = createRandom(7);
  const module = createModule(3, 2, random.normal);
  const h = [0.4, -1.3, 0.8];
  const dy = [1, -2, 0.5];
  const fresh = moduleGradient(module, h, dy);
  assert.ok(fresh.down.flat().every((value) => value === 0));
  assert.ok(fresh.up.flat().some((value) => value !== 0));

  const trained = { ...module, up: module.up.map((row) => row.map(random.normal)) };
  const loss = (m: Module): number =>
    applyModule(m, h).reduce((sum, value, i) => sum + value * (dy[i] ?? 0), 0);
  const gradient = moduleGradient(trained, h, dy);
  for (const part of ["down", "up"] as const) {
    trained[part].forEach((row, i) => {
      row.forEach((_, j) => {
        const nudge = (by: number): Module => ({
          ...trained,
          [part]: trained[part].map((r, k) => r.map((v, l) => (k === i && l === j ? v + by : v))),
        });
        const numeric = (loss(nudge(1e-6)) - loss(nudge(-1e-6))) / 2e-6;
        assert.ok(Math.abs(numeric - (gradient[part][i]?.[j] ?? 0)) < 1e-7);
      });
    });
  }
});

test("training one task module changes no chain that does not contain it", () => {
  const random = createRandom(3);
  const filled = (): Module => {
    const module = createModule(2, 2, random.normal);
    return { ...module, up: module.up.map((row) => row.map(random.normal)) };
  };
  const [german, thai, entities, intent] = [filled(), filled(), filled(), filled()];
  const x = [0.2, 1.1];
  const before = runChain(base, [thai, intent], x);
  const step = moduleGradient(entities, runChain(base, [german], x), [1, 1]);
  const updated = {
    down: entities.down.map((row, i) => row.map((v, j) => v - 0.1 * (step.down[i]?.[j] ?? 0))),
    up: entities.up.map((row, i) => row.map((v, j) => v - 0.1 * (step.up[i]?.[j] ?? 0))),
  };
  assert.notDeepEqual(runChain(base, [german, updated], x), runChain(base, [german, entities], x));
  assert.deepEqual(runChain(base, [thai, intent], x), before);
});

test("96 variants of a 7 B model need 1,344 GB as copies and 16.8 GB as base and 20 modules", () => {
  const result = calculator.compute(readDefaults(calculator));
  assert.equal(result["variants"], 96);
  assert.equal(result["modules"], 20);
  assert.equal(result["copies"], 1344);
  assert.ok(Math.abs((result["modular"] ?? 0) - 16.8) < 1e-9);
});

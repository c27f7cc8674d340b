import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import {
  type Calculator,
  type CalculatorInput,
  readDefaults,
} from "../../../../demos/calculator/calculator.ts";
import { toPosition } from "../../../../demos/calculator/slider.ts";

const files = globSync("patterns/*/*/calculator.ts");
const calculators = await Promise.all(
  files.map(async (file): Promise<{ file: string; calculator: Calculator }> => {
    const { calculator } = await import(pathToFileURL(resolve(file)).href);
    return { file, calculator };
  }),
);

/** Every combination of lowest, first and highest values. */
function listExtremes(inputs: CalculatorInput[]): Record<string, number>[] {
  return inputs.reduce<Record<string, number>[]>(
    (points, { id, min, max, value }) =>
      points.flatMap((point) => [min, value, max].map((end) => ({ ...point, [id]: end }))),
    [{}],
  );
}

test("every calculator gives a finite result for each output, at its first values and all extremes", () => {
  assert.ok(calculators.length >= 12);
  for (const { file, calculator } of calculators) {
    for (const values of [readDefaults(calculator), ...listExtremes(calculator.inputs)]) {
      const results = calculator.compute(values);
      const wrong = calculator.outputs.filter(({ id }) => !Number.isFinite(results[id]));
      assert.deepEqual(
        wrong.map(({ id }) => `${id}: ${results[id]}`),
        [],
        `${file} at ${JSON.stringify(values)}`,
      );
    }
  }
});

test("every calculator computes what it shows, under ids that no other of its numbers has", () => {
  for (const { file, calculator } of calculators) {
    const { inputs, outputs } = calculator;
    const ids = [...inputs, ...outputs].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, `${file}: ${ids}`);
    const computed = Object.keys(calculator.compute(readDefaults(calculator)));
    assert.deepEqual(computed.sort(), outputs.map(({ id }) => id).sort(), file);
  }
});

test("every first value of a calculator is one that its slider can reach", () => {
  for (const { file, calculator } of calculators) {
    for (const input of calculator.inputs) {
      const { id, min, max, step, scale, value } = input;
      assert.ok(min < max && value >= min && value <= max, `${file}: ${id}`);
      if (scale === "log") assert.ok(min > 0 && Number.isFinite(toPosition(input, value)), id);
      else {
        assert.ok(step !== undefined && step > 0, `${file}: ${id} has no step`);
        const steps = (value - min) / step;
        assert.ok(Math.abs(steps - Math.round(steps)) < 1e-9, `${file}: ${id} lies between steps`);
      }
    }
  }
});

test("every number of a calculator answers to some input", () => {
  for (const { file, calculator } of calculators) {
    const seen = new Map<string, Set<number>>();
    for (const values of listExtremes(calculator.inputs)) {
      for (const [id, value] of Object.entries(calculator.compute(values))) {
        seen.set(id, (seen.get(id) ?? new Set()).add(value));
      }
    }
    for (const [id, values] of seen) assert.ok(values.size > 1, `${file}: ${id} never changes`);
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { IGNORED } from "../../../../../demos/lstm/training/cross-entropy.ts";
import {
  backNetwork,
  createStates,
  runNetwork,
  type Window,
} from "../../../../../demos/lstm/training/network.ts";
import {
  cellKinds,
  listTensors,
  type NetworkShape,
} from "../../../../../demos/lstm/training/network-shape.ts";
import { getTensor, measureNorm } from "../../../../../demos/lstm/training/numbers.ts";
import { createParameters } from "../../../../../demos/lstm/training/parameters.ts";

const shapeOf = (cell: NetworkShape["cell"], hasAttention = false): NetworkShape => ({
  cell,
  layers: 2,
  embedding: 3,
  hidden: 5,
  vocabulary: 6,
  hasAttention,
});

const window: Window = {
  steps: 4,
  batch: 2,
  inputs: Int32Array.of(0, 1, 2, 3, 2, 5, 4, 1),
  targets: Int32Array.of(2, 3, IGNORED, 5, 4, 1, 0, 0),
};

function createCase(shape: NetworkShape) {
  const parameters = createParameters(shape, 3, Float64Array);
  // Larger than at a usual start, so that gates and squashing functions bend.
  for (const values of parameters.values())
    values.forEach((x, i) => {
      values[i] = 2 * x + 0.1 * Math.sin(i);
    });
  const states = createStates(shape, window.batch, Float64Array);
  for (const { h, c } of states)
    for (const x of [h, c])
      x.forEach((_, i) => {
        x[i] = 0.3 * Math.cos(i);
      });
  return { parameters, states };
}

for (const [cell, hasAttention] of [
  ...cellKinds.map((kind) => [kind, false] as const),
  ["lstm", true] as const,
]) {
  const name = hasAttention ? `${cell} with attention over the window` : cell;
  test(`${name}: every gradient agrees with finite differences`, () => {
    const shape = shapeOf(cell, hasAttention);
    const { parameters, states } = createCase(shape);
    const { gradients } = backNetwork(parameters, shape, window, states);
    const step = 1e-5;
    for (const { name } of listTensors(shape)) {
      const values = getTensor(parameters, name);
      const slopes = getTensor(gradients, name);
      values.forEach((kept, i) => {
        values[i] = kept + step;
        const above = backNetwork(parameters, shape, window, states).loss;
        values[i] = kept - step;
        const below = backNetwork(parameters, shape, window, states).loss;
        values[i] = kept;
        const numeric = (above - below) / (2 * step);
        const error = Math.abs(numeric - (slopes[i] ?? 0));
        assert.ok(error < 1e-7, `${name}[${i}]: ${slopes[i]} is not ${numeric}`);
      });
    }
  });
}

for (const cell of cellKinds) {
  test(`${cell}: the norm of dLoss/dh of the first step agrees with finite differences`, () => {
    // One layer: its state before the window feeds nothing else but the first step.
    const shape = { ...shapeOf(cell), layers: 1 };
    const { parameters, states } = createCase(shape);
    const { norms } = backNetwork(parameters, shape, window, states);
    // The window without its first step, begun from the state that this step left.
    const first = runNetwork(
      parameters,
      shape,
      { inputs: window.inputs.subarray(0, window.batch), steps: 1 },
      states,
    );
    const rest: Window = {
      steps: window.steps - 1,
      batch: window.batch,
      inputs: window.inputs.subarray(window.batch),
      targets: window.targets.subarray(window.batch),
    };
    const counted = (targets: Int32Array) => targets.filter((one) => one !== IGNORED).length;
    const lossFrom = (h: Float64Array): number => {
      const { loss } = backNetwork(parameters, shape, rest, [
        { h, c: first.states[0]?.c ?? new Float64Array() },
      ]);
      return (loss * counted(rest.targets) + lossOfStep(h)) / counted(window.targets);
    };
    const lossOfStep = (h: Float64Array): number => {
      // The first step's own loss, by its output layer alone.
      const E = shape.embedding;
      let sum = 0;
      for (let b = 0; b < window.batch; b++) {
        const p = Array.from({ length: E }, (_, e) => {
          let value = getTensor(parameters, "projection.bias")[e] ?? 0;
          for (let j = 0; j < shape.hidden; j++) {
            const weight = getTensor(parameters, "projection.weight")[e * shape.hidden + j] ?? 0;
            value += weight * (h[b * shape.hidden + j] ?? 0);
          }
          return value;
        });
        const logits = Array.from({ length: shape.vocabulary }, (_, v) =>
          p.reduce(
            (total, value, e) =>
              total + value * (getTensor(parameters, "embedding")[v * E + e] ?? 0),
            getTensor(parameters, "head.bias")[v] ?? 0,
          ),
        );
        const total = logits.reduce((all, value) => all + Math.exp(value), 0);
        sum += Math.log(total) - (logits[window.targets[b] ?? 0] ?? 0);
      }
      return sum;
    };
    const h = Float64Array.from(first.states[0]?.h ?? []);
    const numeric = h.map((kept, i) => {
      const above = Float64Array.from(h);
      const below = Float64Array.from(h);
      above[i] = kept + 1e-5;
      below[i] = kept - 1e-5;
      return (lossFrom(above) - lossFrom(below)) / 2e-5;
    });
    assert.ok(Math.abs((norms[0]?.h[0] ?? 0) - measureNorm([numeric])) < 1e-7);
  });
}

test("positions that do not count leave no gradient and no loss", () => {
  const shape = shapeOf("gru");
  const { parameters, states } = createCase(shape);
  const silent = { ...window, targets: window.targets.map(() => IGNORED) };
  const { loss, gradients } = backNetwork(parameters, shape, silent, states);
  assert.equal(loss, 0);
  assert.equal(measureNorm(gradients.values()), 0);
});

test("two windows with carried state give the logits of one long window", () => {
  const shape = shapeOf("lstm");
  const { parameters, states } = createCase(shape);
  const whole = runNetwork(parameters, shape, window, states);
  const half = { steps: 2, inputs: window.inputs.subarray(0, 4) };
  const first = runNetwork(parameters, shape, half, states);
  const second = runNetwork(
    parameters,
    shape,
    { steps: 2, inputs: window.inputs.subarray(4) },
    first.states,
  );
  const joined = [...first.logits, ...second.logits];
  whole.logits.forEach((logit, i) => {
    assert.ok(Math.abs(logit - (joined[i] ?? 0)) < 1e-12);
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { IGNORED } from "../../../../../demos/lstm/training/cross-entropy.ts";
import { beginText, measureInfluences } from "../../../../../demos/lstm/training/influence.ts";
import { backNetwork, createStates } from "../../../../../demos/lstm/training/network.ts";
import { cellKinds, type NetworkShape } from "../../../../../demos/lstm/training/network-shape.ts";
import { getTensor, type Tensors } from "../../../../../demos/lstm/training/numbers.ts";
import { createParameters } from "../../../../../demos/lstm/training/parameters.ts";

const text = [2, 3, 4, 5];
const read = [0, 2, 3, 4]; // before the last one

function createCase(cell: NetworkShape["cell"], hasAttention: boolean) {
  const shape = { cell, layers: 2, embedding: 3, hidden: 5, vocabulary: 6, hasAttention };
  const parameters = createParameters(shape, 3, Float64Array);
  for (const values of parameters.values())
    values.forEach((x, i) => {
      values[i] = 2 * x + 0.1 * Math.sin(i);
    });
  // What is read is never predicted, so that its embedding counts as an input alone.
  for (const token of read) getTensor(parameters, "head.bias")[token] = -90;
  return { shape, parameters };
}

function finish<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** −ln p of the last character. */
function measureLoss(parameters: Tensors, shape: NetworkShape): number {
  const targets = Int32Array.of(IGNORED, IGNORED, IGNORED, 5);
  const window = { steps: 4, batch: 1, inputs: Int32Array.from(read), targets };
  return backNetwork(parameters, shape, window, createStates(shape, 1)).loss;
}

for (const [cell, hasAttention] of [
  ...cellKinds.map((kind) => [kind, false] as const),
  ["lstm", true] as const,
]) {
  test(`${cell}${hasAttention ? " with attention" : ""}: influences agree with finite differences`, () => {
    const { shape, parameters } = createCase(cell, hasAttention);
    const found = finish(measureInfluences(parameters, shape, text)).at(-1) ?? [];
    const embedding = getTensor(parameters, "embedding");
    const wanted = read.map((token) => {
      const slopes = [0, 1, 2].map((e) => {
        const i = 3 * token + e;
        const kept = embedding[i] ?? 0;
        const [above = 0, below = 0] = [1e-5, -1e-5].map((by) => {
          embedding[i] = kept + by;
          return measureLoss(parameters, shape);
        });
        embedding[i] = kept;
        return (above - below) / 2e-5;
      });
      return Math.hypot(...slopes);
    });
    assert.equal(found.length, 4);
    for (const [t, length] of wanted.entries()) {
      assert.ok(length > 0);
      assert.ok(Math.abs(length - (found[t] ?? 0)) < 1e-7, `${t}: ${found[t]} is not ${length}`);
    }
  });
}

test("every character has its own map of what came before it, and the share done grows to one", () => {
  const { shape, parameters } = createCase("gru", false);
  const steps = measureInfluences(parameters, shape, text);
  const shares: number[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) shares.push(step.value);
  assert.deepEqual(shares, [0.25, 0.5, 0.75, 1]);
  assert.deepEqual(
    step.value.map((lengths) => lengths.length),
    [1, 2, 3, 4],
  );
});

test("the beginning of a text ends with its first line, and with 24 characters at most", () => {
  assert.equal(beginText("\n 春天\n夏天"), "春天");
  assert.equal([...beginText("渡".repeat(99))].length, 24);
});

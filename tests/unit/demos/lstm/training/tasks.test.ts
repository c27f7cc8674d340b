import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../../../../demos/kit/random.ts";
import { drawCopyBatch, runCopyTask } from "../../../../../demos/lstm/training/copy-task.ts";
import { IGNORED } from "../../../../../demos/lstm/training/cross-entropy.ts";
import { measureFades } from "../../../../../demos/lstm/training/fade.ts";
import { createPlan } from "../../../../../demos/lstm/training/plan.ts";
import { sampleText } from "../../../../../demos/lstm/training/sample-text.ts";
import { isTextFault, prepareText } from "../../../../../demos/lstm/training/text.ts";

test("a copy sequence asks for its first symbol at its mark, and for nothing else", () => {
  const { steps, batch, inputs, targets } = drawCopyBatch(3, 2, createRandom(1));
  assert.equal(steps, 5);
  for (let b = 0; b < batch; b++) {
    const column = (from: Int32Array): (number | undefined)[] =>
      Array.from({ length: steps }, (_, t) => from[t * batch + b]);
    const symbol = inputs[b];
    assert.deepEqual(column(inputs), [symbol, 8, 8, 8, 9]);
    assert.deepEqual(column(targets), [IGNORED, IGNORED, IGNORED, IGNORED, symbol]);
  }
});

test("over a short gap every cell learns to copy, far above guessing", () => {
  const last = new Map<string, number>();
  for (const point of runCopyTask({ gap: 4, steps: 200, forgetBias: 3, seed: 1 })) {
    if (point) last.set(point.cell, point.success);
  }
  for (const [cell, success] of last) assert.ok(success > 0.7, `${cell} ${success}`);
});

test("untrained, the gradient fades fastest in the RNN and slowest in the LSTM", () => {
  const plan = { ...createPlan(), units: 32, length: 24, batch: 4 };
  const text = prepareText(sampleText.zh, plan);
  assert.ok(!isTextFault(text));
  const steps = measureFades(text, plan, 0);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const left = step.value.map(({ h }) => (h[0] ?? 0) / (h.at(-1) ?? 1));
  assert.ok(left[0] !== undefined && left[1] !== undefined && left[2] !== undefined);
  assert.ok(left[0] < left[1] && left[1] < left[2], left.join(" "));
  assert.equal(step.value[2]?.c.length, 24);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { createBatches } from "../../../../../demos/lstm/training/batches.ts";

const tokens = Int32Array.from({ length: 51 }, (_, i) => i);

test("targets are the inputs one character later, and windows follow one another", () => {
  const batchAt = createBatches(tokens, { batch: 2, length: 5, seed: 1 });
  const [first, second] = [batchAt(0), batchAt(1)];
  first.inputs.forEach((token, i) => {
    assert.equal(first.targets[i], token + 1);
  });
  for (let b = 0; b < 2; b++) {
    assert.equal(second.inputs[b], (first.inputs[4 * 2 + b] ?? 0) + 1);
  }
  assert.deepEqual([first.isFresh, second.isFresh], [true, false]);
});

test("streams lie side by side, time first", () => {
  const { inputs } = createBatches(tokens, { batch: 2, length: 25, seed: 1 })(0);
  assert.deepEqual([inputs[0], inputs[1], inputs[2], inputs[3]], [0, 25, 1, 26]);
});

test("a round of the text ends with a fresh start at an offset of its own", () => {
  const batchAt = createBatches(tokens, { batch: 1, length: 12, seed: 4 });
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((step) => batchAt(step).isFresh),
    [true, false, false, false, true],
  );
  const starts = new Set(Array.from({ length: 20 }, (_, round) => batchAt(4 * round).inputs[0]));
  assert.ok(starts.size > 1 && [...starts].every((start) => (start ?? 9) <= 2));
});

test("a window depends on its step and the seed alone", () => {
  const plan = { batch: 2, length: 8, seed: 7 };
  const one = createBatches(tokens, plan);
  one(5);
  assert.deepEqual(one(3), createBatches(tokens, plan)(3));
});

test("a text shorter than a window is refused", () => {
  assert.throws(() => createBatches(tokens, { batch: 8, length: 8, seed: 1 }), /too few/);
});

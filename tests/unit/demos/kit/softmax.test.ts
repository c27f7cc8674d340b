import assert from "node:assert/strict";
import { test } from "node:test";
import { bitsOf, logSumExp, softmax } from "../../../../demos/kit/softmax.ts";

test("logits of ln 1, ln 2 and ln 5 become 1/8, 2/8 and 5/8", () => {
  const p = softmax(Float32Array.from([1, 2, 5], Math.log));
  [1 / 8, 2 / 8, 5 / 8].forEach((wanted, i) => {
    assert.ok(Math.abs((p[i] ?? 0) - wanted) < 1e-6);
  });
});

test("large logits neither overflow nor change the result, and a masked one becomes zero", () => {
  const p = softmax(Float32Array.of(1000, 1000, -Infinity));
  assert.deepEqual(p, Float32Array.of(0.5, 0.5, 0));
  assert.equal(logSumExp(Float32Array.of(1000, 1000)), 1000 + Math.LN2);
});

test("a token of probability 1/4 costs two bits", () => {
  assert.ok(Math.abs(bitsOf(new Float32Array(4), 3) - 2) < 1e-12);
  assert.throws(() => bitsOf(new Float32Array(4), 4), RangeError);
});

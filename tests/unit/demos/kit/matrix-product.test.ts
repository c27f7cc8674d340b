import assert from "node:assert/strict";
import { test } from "node:test";
import { addTimesTransposed } from "../../../../demos/kit/matrix-product.ts";

test("a product worked by hand is added to what is there", () => {
  const X = Float32Array.of(1, 2, 3, 4);
  const W = Float32Array.of(1, 0, 0, 1, 1, 1);
  const Y = Float32Array.of(10, 20, 30, 40, 50, 60);
  addTimesTransposed(X, W, Y, 2, 2, 3);
  assert.deepEqual([...Y], [11, 22, 33, 43, 54, 67]);
});

test("blocks and leftovers agree with the sums written out, for every small shape", () => {
  const k = 3;
  for (let n = 1; n <= 5; n++) {
    for (let m = 1; m <= 9; m++) {
      const X = Float64Array.from({ length: n * k }, (_, i) => i - 4);
      const W = Float64Array.from({ length: m * k }, (_, i) => 7 - i);
      const Y = new Float64Array(n * m);
      addTimesTransposed(X, W, Y, n, k, m);
      for (let r = 0; r < n; r++) {
        for (let o = 0; o < m; o++) {
          let sum = 0;
          for (let i = 0; i < k; i++) sum += (X[r * k + i] ?? 0) * (W[o * k + i] ?? 0);
          assert.equal(Y[r * m + o], sum, `${n} × ${m}, ${r}, ${o}`);
        }
      }
    }
  }
});

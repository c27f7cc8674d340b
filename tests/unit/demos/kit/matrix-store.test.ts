import assert from "node:assert/strict";
import { test } from "node:test";
import { createMatrixStore } from "../../../../demos/kit/matrix-store.ts";
import { createRandom } from "../../../../demos/kit/random.ts";

test("a product equals the sum worked term by term, for any rows and columns, on vectors or not", () => {
  const random = createRandom(5);
  for (const [rows, columns] of [
    [1, 1],
    [4, 4],
    [8, 12],
    [7, 8],
    [6, 5],
    [130, 300],
  ] as const) {
    const draw = (length: number) => Float32Array.from({ length }, () => random.normal());
    const [W, b, x] = [draw(rows * columns), draw(rows), draw(columns)] as const;
    for (const canUseSimd of [true, false]) {
      const store = createMatrixStore(W.length + 2 * b.length + x.length, 4, canUseSimd);
      const y = store.place(rows);
      store.multiply(store.place(W), store.place(b), store.place(x), y);
      for (let r = 0; r < rows; r++) {
        let sum = b[r] ?? 0;
        for (let j = 0; j < columns; j++) sum += (W[r * columns + j] ?? 0) * (x[j] ?? 0);
        assert.ok(Math.abs((y[r] ?? 0) - sum) < 1e-4, `${store.kind} ${rows} × ${columns}, ${r}`);
      }
    }
  }
});

test("a store that must not use vectors says that it runs on plain loops", () => {
  assert.equal(createMatrixStore(16, 4).kind, "simd");
  assert.equal(createMatrixStore(16, 4, false).kind, "loops");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { dot, multiplyVector } from "../../../../demos/kit/matrix.ts";
import { createRandom } from "../../../../demos/kit/random.ts";

test("a product worked by hand comes out, with and without a bias", () => {
  const W = Float32Array.of(1, 2, 3, 4, 5, 6);
  const x = Float32Array.of(1, 0, -1);
  assert.deepEqual(multiplyVector(W, x), Float32Array.of(-2, -2));
  assert.deepEqual(multiplyVector(W, x, Float32Array.of(10, 20)), Float32Array.of(8, 18));
});

test("blocks and leftovers agree with one dot product per row, for every small shape", () => {
  const random = createRandom(5);
  for (let rows = 1; rows <= 9; rows++) {
    for (let columns = 1; columns <= 5; columns++) {
      const W = Float32Array.from({ length: rows * columns }, random.normal);
      const x = Float32Array.from({ length: columns }, random.normal);
      const y = multiplyVector(W, x);
      for (let i = 0; i < rows; i++) {
        const wanted = dot(W.slice(i * columns, (i + 1) * columns), x);
        assert.ok(Math.abs((y[i] ?? Number.NaN) - wanted) < 1e-5, `${rows} × ${columns}, row ${i}`);
      }
    }
  }
});

test("the result goes into the array that the caller gives", () => {
  const y = new Float32Array(1);
  assert.equal(multiplyVector(Float32Array.of(2, 3), Float32Array.of(1, 1), undefined, y), y);
  assert.equal(y[0], 5);
});

test("shapes that do not fit are refused", () => {
  const W = new Float32Array(6);
  assert.throws(
    () => multiplyVector(W, new Float32Array(2), undefined, new Float32Array(2)),
    /invalid shapes/,
  );
  assert.throws(() => multiplyVector(W, new Float32Array(3), new Float32Array(3)), RangeError);
  assert.throws(() => dot(new Float32Array(2), new Float32Array(3)), RangeError);
});

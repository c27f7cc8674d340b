import assert from "node:assert/strict";
import { test } from "node:test";
import { softmaxRows } from "../../../../demos/attention/attend.ts";
import { setWeight } from "../../../../demos/attention/edits.ts";
import { gelu, normalizeRows } from "../../../../demos/attention/layer-norm.ts";
import { applyLinear, hasSimd } from "../../../../demos/attention/linear.ts";
import { drawSinusoids, measureRms, rotate } from "../../../../demos/attention/positions.ts";
import { readTransformer } from "../../../../demos/attention/weights.ts";
import { createRandom } from "../../../../demos/kit/random.ts";
import { findGap } from "./sample.ts";

for (const [rows, inner, outer] of [
  [3, 5, 6],
  [5, 8, 7],
  [9, 64, 1100],
] as const) {
  test(`a product of ${rows} × ${inner} by ${outer} × ${inner} equals the sums written out`, () => {
    const random = createRandom(5);
    const X = Float32Array.from({ length: rows * inner }, () => random.normal());
    const W = Float32Array.from({ length: outer * inner }, () => random.normal());
    const b = Float32Array.from({ length: outer }, () => random.normal());
    const Y = applyLinear(X, { W, b });
    assert.equal(Y.length, rows * outer);
    for (let t = 0; t < rows; t++) {
      for (let o = 0; o < outer; o++) {
        let sum = b[o] ?? 0;
        for (let i = 0; i < inner; i++) sum += (X[t * inner + i] ?? 0) * (W[o * inner + i] ?? 0);
        assert.ok(Math.abs(sum - (Y[t * outer + o] ?? 0)) < 1e-4, `${t}, ${o}`);
      }
    }
  });
}

test("this machine multiplies in SIMD, so that both ways are tested above", () => {
  assert.ok(hasSimd());
});

test("softmax of ln 1, ln 3 is a quarter and three quarters, and −∞ gets nothing", () => {
  const rows = Float32Array.of(0, Number.NEGATIVE_INFINITY, 0, Math.log(3));
  assert.ok(findGap(softmaxRows(rows, 2), [1, 0, 0.25, 0.75]) < 1e-6);
});

test("softmax of large scores does not overflow", () => {
  assert.ok(
    findGap(softmaxRows(Float32Array.of(1000, 1000, -1000, 1000), 2), [0.5, 0.5, 0, 1]) < 1e-6,
  );
});

test("layer norm of 1, 3 is −1, 1 before gain and bias", () => {
  const Y = normalizeRows(Float32Array.of(1, 3), 2, {
    gain: Float32Array.of(1, 2),
    bias: Float32Array.of(0, 5),
  });
  assert.ok(findGap(Y, [-1, 7]) < 1e-4);
});

test("GELU passes large numbers, stops small ones, and is 0.8412 at one", () => {
  assert.equal(gelu(0), 0);
  assert.ok(Math.abs(gelu(1) - 0.8412) < 1e-4);
  assert.ok(Math.abs(gelu(8) - 8) < 1e-6);
  assert.ok(Math.abs(gelu(-8)) < 1e-6);
});

test("sinusoids start at 0, 1 and keep the strength asked for", () => {
  const P = drawSinusoids(64, 8);
  assert.deepEqual([...P.slice(0, 4)], [0, 1, 0, 1]);
  assert.ok(Math.abs((P[8] ?? 0) - Math.sin(1)) < 1e-6);
  assert.ok(Math.abs(measureRms(drawSinusoids(64, 8, 0.1)) - 0.1) < 1e-4);
});

test("a rotation keeps lengths, and a dot product depends on the distance alone", () => {
  const x = [1, 2, -1, 0.5];
  const X = rotate(Float32Array.from([...x, ...x, ...x, ...x]), 4, 4);
  const row = (t: number) => X.slice(t * 4, t * 4 + 4);
  const dot = (a: Float32Array, b: Float32Array) => a.reduce((s, v, i) => s + v * (b[i] ?? 0), 0);
  assert.ok(findGap(row(0), x) < 1e-6);
  assert.ok(Math.abs(dot(row(3), row(3)) - 6.25) < 1e-5);
  assert.ok(Math.abs(dot(row(0), row(1)) - dot(row(2), row(3))) < 1e-5);
  assert.ok(Math.abs(dot(row(0), row(1)) - dot(row(0), row(3))) > 0.1);
});

test("a weight set to one half halves the rest of its row", () => {
  const row = Float32Array.of(0.2, 0.3, 0.5, 0);
  setWeight(row, 2, 0.75);
  assert.ok(findGap(row, [0.1, 0.15, 0.75, 0]) < 1e-6);
});

test("a weight that has the whole row keeps it", () => {
  const row = Float32Array.of(1, 0);
  setWeight(row, 0, 0.3);
  assert.deepEqual([...row], [1, 0]);
});

test("a model without a tensor, with one of another shape, or of another kind is refused by name", () => {
  const config = { layers: 1, heads: 2, width: 4, context: 3, mlp: 5 };
  const vocabulary = ["\n", "<unknown>", "a"];
  const tensors = new Map([
    ["embedding", { shape: [3, 4], data: new Float32Array(12) }],
    ["position", { shape: [2, 4], data: new Float32Array(8) }],
  ]);
  const model = { name: "x", vocabulary, architecture: "transformer", config, tensors } as const;
  assert.throws(
    () => readTransformer(model),
    /invalid tensor position in model x: \[2,4\], not \[3,4\]/,
  );
  tensors.set("position", { shape: [3, 4], data: new Float32Array(12) });
  assert.throws(() => readTransformer(model), /missing tensor block\.0\.norm1\.weight/);
  assert.throws(
    () => readTransformer({ ...model, config: { ...config, heads: 3 } }),
    /3 do not divide 4/,
  );
  const other = { architecture: "lstm", config: { layers: 1, embedding: 2, hidden: 3 } } as const;
  assert.throws(() => readTransformer({ ...model, ...other }), /lstm, not transformer/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { createState, type LstmState, step } from "../../../../demos/lstm/inference.ts";
import { createLstm, type LstmFile } from "../../../../demos/lstm/lstm-model.ts";
import { createSmallFile } from "./small-model.ts";

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** A model of one cell, one input and two characters, small enough to work by hand. */
function createTinyFile(): LstmFile {
  const tensor = (shape: number[], data: number[]) => ({ shape, data: Float32Array.from(data) });
  return {
    vocabulary: ["\n", "<unknown>"],
    tensors: new Map([
      ["embedding", tensor([2, 1], [1, -2])],
      ["lstm.0.input.weight", tensor([4, 1], [0.5, -0.25, 1, 0.75])],
      ["lstm.0.recurrent.weight", tensor([4, 1], [0.1, 0.2, -0.3, 0.4])],
      ["lstm.0.bias", tensor([4], [0, 1, 0.5, -0.5])],
      ["projection.weight", tensor([1, 1], [2])],
      ["projection.bias", tensor([1], [0.25])],
      ["head.bias", tensor([2], [0.125, -1])],
    ]),
  };
}

test("two steps of one cell give the numbers of the equations worked by hand", () => {
  const model = createLstm(createTinyFile());
  let h = 0;
  let c = 0;
  let state = createState(model);
  for (const [token, x] of [
    [0, 1],
    [1, -2],
  ] as const) {
    const found = step(model, state, token);
    const i = sigmoid(0.5 * x + 0.1 * h);
    const f = sigmoid(-0.25 * x + 0.2 * h + 1);
    const g = Math.tanh(x - 0.3 * h + 0.5);
    const o = sigmoid(0.75 * x + 0.4 * h - 0.5);
    c = f * c + i * g;
    h = o * Math.tanh(c);
    const [layer] = found.layers;
    assert.ok(layer);
    for (const [name, wanted] of Object.entries({ i, f, g, o, c, h })) {
      const value = layer[name as "i"][0] ?? Number.NaN;
      assert.ok(Math.abs(value - wanted) < 1e-6, `${name}: ${value} and ${wanted}`);
    }
    const y = 2 * h + 0.25;
    assert.ok(Math.abs((found.logits[0] ?? 0) - (y + 0.125)) < 1e-6);
    assert.ok(Math.abs((found.logits[1] ?? 0) - (-2 * y - 1)) < 1e-6);
    state = found.state;
  }
});

test("a step leaves the state that it was given and earlier results as they were", () => {
  const model = createLstm(createSmallFile(1));
  const first = step(model, createState(model), 2);
  const kept = structuredClone({ state: first.state, logits: first.logits });
  step(model, first.state, 3);
  assert.deepEqual({ state: first.state, logits: first.logits }, kept);
});

test("vectors of four floats and plain loops agree within 1e-5", () => {
  for (const shape of [{}, { V: 13, E: 8, H: 16 }, { V: 11, E: 5, H: 7, depth: 1 }]) {
    const file = createSmallFile(2, shape);
    const models = [createLstm(file), createLstm(file, false)];
    assert.deepEqual(
      models.map(({ kind }) => kind),
      ["simd", "loops"],
    );
    const states: (LstmState | undefined)[] = [undefined, undefined];
    for (const token of [0, 4, 2, 8, 1]) {
      const [a, b] = models.map((model, m) => {
        const result = step(model, states[m] ?? createState(model), token);
        states[m] = result.state;
        return result.logits;
      });
      a?.forEach((value, v) => {
        assert.ok(Math.abs(value - (b?.[v] ?? Number.NaN)) < 1e-5);
      });
    }
  }
});

test("a forget gate held open and an input gate held shut keep the cell state for ever", () => {
  const model = createLstm(createSmallFile(3));
  const first = step(model, createState(model), 2);
  const holds = [
    { layer: 1, cell: 3, part: "f", value: 1 },
    { layer: 1, cell: 3, part: "i", value: 0 },
  ] as const;
  let { state } = first;
  for (const token of [3, 4, 5, 6]) ({ state } = step(model, state, token, holds));
  assert.equal(state.c[1]?.[3], first.state.c[1]?.[3]);
  assert.notEqual(state.c[1]?.[2], first.state.c[1]?.[2]);
});

test("a cell state held at zero silences its output", () => {
  const model = createLstm(createSmallFile(3));
  const holds = [{ layer: 0, cell: "all", part: "c", value: 0 }] as const;
  const { layers } = step(model, createState(model), 2, holds);
  assert.ok(layers[0]?.h.every((value) => value === 0));
  assert.ok(layers[1]?.h.some((value) => value !== 0));
});

test("a file without a tensor, or with one of another shape, is refused by name", () => {
  const missing = createSmallFile(1);
  const tensors = new Map(missing.tensors);
  tensors.delete("lstm.1.recurrent.weight");
  assert.throws(() => createLstm({ ...missing, tensors }), /missing tensor: lstm\.1\.recurrent/);
  tensors.set("lstm.1.recurrent.weight", { shape: [6, 24], data: new Float32Array(144) });
  assert.throws(() => createLstm({ ...missing, tensors }), /invalid shape of lstm\.1\.recurrent/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { getTensor, readModel } from "../../../../demos/kit/model-file.ts";

// A matrix of two rows of three integers at 0, its scales at 8, and a vector of floats at 16.
const header = {
  format: 1,
  name: "small",
  architecture: "lstm",
  vocabulary: ["\n", "<unknown>", "a"],
  unknown: 1,
  start: 0,
  config: { layers: 1, embedding: 2, hidden: 3 },
  tensors: [
    { name: "matrix", shape: [2, 3], type: "int8", offset: 0, scale: 8 },
    { name: "vector", shape: [2], type: "float32", offset: 16 },
  ],
  bytes: 24,
  sha256: "",
};

function writeBytes(): ArrayBuffer {
  const bytes = new ArrayBuffer(24);
  new Int8Array(bytes, 0, 6).set([1, -2, 3, 127, 0, -127]);
  new Float32Array(bytes, 8, 2).set([0.5, 2]);
  new Float32Array(bytes, 16, 2).set([-1, 0.25]);
  return bytes;
}

test("integers come back times the scale of their row, floats as they are", () => {
  const model = readModel(header, writeBytes());
  assert.deepEqual(getTensor(model, "matrix").shape, [2, 3]);
  assert.deepEqual(getTensor(model, "matrix").data, Float32Array.of(0.5, -1, 1.5, 254, 0, -254));
  assert.deepEqual(getTensor(model, "vector").data, Float32Array.of(-1, 0.25));
  assert.deepEqual(model.config, { layers: 1, embedding: 2, hidden: 3 });
});

test("each fault of a header is named with its field and value", () => {
  const bytes = writeBytes();
  const faults: [object, RegExp][] = [
    [{ format: 2 }, /invalid format: 2: expected 1/],
    [{ architecture: "rnn" }, /invalid architecture: "rnn"/],
    [{ vocabulary: ["\n", "a", "a"] }, /invalid vocabulary/],
    [{ vocabulary: ["a", "b", "c"] }, /invalid vocabulary\[0\]: "a"/],
    [{ start: 2 }, /invalid start: 2/],
    [{ config: { layers: 1, embedding: 2 } }, /invalid config.hidden: undefined/],
    [{ bytes: 25 }, /24 bytes instead of 25/],
    [{ tensors: [{ name: "x", shape: [0], type: "float32", offset: 0 }] }, /tensors\[0\].shape/],
    [
      { tensors: [{ name: "x", shape: [2], type: "int4", offset: 0 }] },
      /tensors\[0\].type: "int4"/,
    ],
    [
      { tensors: [{ name: "x", shape: [3], type: "float32", offset: 16 }] },
      /invalid tensor x of small/,
    ],
    [
      { tensors: [{ name: "x", shape: [3, 1], type: "int8", offset: 0, scale: 16 }] },
      /invalid tensor x of small/,
    ],
  ];
  for (const [change, message] of faults) {
    assert.throws(() => readModel({ ...header, ...change }, bytes), message);
  }
  assert.throws(() => readModel([], bytes), /invalid model.json/);
});

test("a tensor that a model lacks is named", () => {
  const model = readModel(header, writeBytes());
  assert.throws(() => getTensor(model, "head.bias"), /missing tensor head.bias in small/);
});

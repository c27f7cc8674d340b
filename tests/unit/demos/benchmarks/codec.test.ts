import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { decodeRows, encodeRows } from "../../../../demos/benchmarks/codec.ts";
import { figureNames, type Row } from "../../../../demos/benchmarks/row.ts";
import { gunzip } from "../../../../demos/kit/assets.ts";
import { sampleRow } from "./sample.ts";

const rows = [
  sampleRow({ parameters: "中文，“引号”" }, { recall: 0.90012, qps: 1877.36, indexKb: -5086050 }),
  sampleRow(
    { algorithm: "tree-b", batch: true, k: 100, querySet: "lid-hard" },
    { recall: 1, qps: 0.459425 },
  ),
  sampleRow(
    { run: "r22", k: 0, parameters: "" },
    { buildSeconds: 1.4782e-5, distanceComputations: 3134490 },
  ),
];

test("rows come back as they went in", () => {
  assert.deepEqual(decodeRows(encodeRows("glove", rows)), rows);
});

test("every figure with six digits survives, whatever its size", () => {
  const many: Row[] = [];
  for (let power = -6; power <= 12; power++) {
    const value = Number(`1.23457e${power}`);
    many.push(sampleRow({}, Object.fromEntries(figureNames.map((name) => [name, value]))));
  }
  assert.deepEqual(decodeRows(encodeRows("glove", many)), many);
});

test("no rows are a file as well", () => {
  assert.deepEqual(decodeRows(encodeRows("glove", [])), []);
});

test("more than 256 different labels keep apart", () => {
  const many = Array.from({ length: 700 }, (_, i) =>
    sampleRow({ parameters: `ef=${i}` }, { qps: i + 1 }),
  );
  assert.deepEqual(decodeRows(encodeRows("glove", many)), many);
});

test("bytes that begin anywhere in a buffer are read", () => {
  const bytes = encodeRows("glove", rows);
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  assert.deepEqual(decodeRows(shifted.subarray(3)), rows);
});

test("a cut or foreign file is refused", () => {
  const bytes = encodeRows("glove", rows);
  assert.throws(
    () => decodeRows(bytes.subarray(0, bytes.length - 1)),
    /invalid benchmark rows of glove/,
  );
  assert.throws(() => decodeRows(new Uint8Array(3)), /no header/);
  assert.throws(() => decodeRows(new TextEncoder().encode("<!doctype html>")), /no header/);
});

test("the page unpacks what the build packed, and leaves unpacked bytes alone", async () => {
  const bytes = encodeRows("glove", rows);
  assert.deepEqual(decodeRows(await gunzip(new Uint8Array(gzipSync(bytes)))), rows);
  assert.equal(await gunzip(bytes), bytes);
});

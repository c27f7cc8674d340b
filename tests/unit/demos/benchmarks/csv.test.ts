import assert from "node:assert/strict";
import { test } from "node:test";
import { formatCsv, parseCsv } from "../../../../demos/benchmarks/csv.ts";

test("plain, quoted and empty cells are read, whatever ends the lines", () => {
  const { records } = parseCsv('\ufeffa,b,c\r\n1,"x, y",\n\n"he said ""hi""",,2');
  assert.deepEqual(records, [
    { line: 1, cells: ["a", "b", "c"] },
    { line: 2, cells: ["1", "x, y", ""] },
    { line: 4, cells: ['he said "hi"', "", "2"] },
  ]);
});

test("a line break inside quotes counts as a line", () => {
  const { records } = parseCsv('a\n"one\ntwo"\nlast\n');
  assert.deepEqual(
    records.map(({ line }) => line),
    [1, 2, 4],
  );
});

test("an unclosed quote is reported where it opens", () => {
  assert.deepEqual(parseCsv('a,b\n1,"open\nand on').fault, {
    kind: "unclosed quote",
    line: 2,
    column: 2,
  });
});

test("text after a closing quote is reported", () => {
  assert.deepEqual(parseCsv('a,b\n"x"y,1').fault, { kind: "text after quote", line: 2, column: 1 });
});

test("an empty text has no records", () => {
  assert.deepEqual(parseCsv(""), { records: [] });
});

test("what is written reads back the same", () => {
  const cells = [
    ["plain", 'with "quotes"', "a,b", "two\nlines", ""],
    ["-1.5", "1e-7", "NaN", " spaced ", "中文，全角"],
  ];
  const { records } = parseCsv(formatCsv(cells));
  assert.deepEqual(
    records.map((record) => record.cells),
    cells,
  );
});

test("missing numbers are written as empty cells", () => {
  assert.equal(formatCsv([["x", Number.NaN, undefined, 0]]), "x,,,0\n");
});

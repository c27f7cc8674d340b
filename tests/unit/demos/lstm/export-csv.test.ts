import assert from "node:assert/strict";
import { test } from "node:test";
import { exportCsv } from "../../../../demos/lstm/export-csv.ts";

const one = {
  origin: "drawn",
  isUnknown: false,
  entropy: 1.5,
  p: 0.25,
  drawn: 0.5,
  top: [],
} as const;
const text = [
  { ...one, top: [], character: '"' },
  { ...one, top: [], character: "\n" },
];

test("a quote is doubled and a line end stays inside its quotes", () => {
  assert.equal(
    exportCsv(text, undefined),
    'place,character,origin,entropy_bits,probability\r\n1,"""",drawn,1.5,0.25\r\n2,"\n",drawn,1.5,0.25\r\n',
  );
});

test("the numbers of the cell that is looked at follow, under names that say which it is", () => {
  const values = [0.5, 0.25];
  const trace = {
    ...{ layer: 0, cell: 7, before: values },
    ...{ i: values, f: values, g: values, o: values, c: values, h: values },
  };
  const [head, first] = exportCsv(text, trace).split("\r\n");
  assert.match(head ?? "", /,layer 1 cell 7 i,.*layer 1 cell 7 h$/);
  assert.match(first ?? "", /(,0\.5){6}$/);
});

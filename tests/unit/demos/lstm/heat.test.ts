import assert from "node:assert/strict";
import { test } from "node:test";
import { countLayer, countModel } from "../../../../demos/lstm/cell-kinds.ts";
import { formatNumber, formatShare } from "../../../../demos/lstm/format.ts";
import { groupPlaces, heatOf } from "../../../../demos/lstm/heat.ts";
import { createLstm } from "../../../../demos/lstm/lstm-model.ts";
import { createSmallFile } from "./small-model.ts";

test("clauses and words stay whole, each with the mark or blank that ends it", () => {
  const groups = groupPlaces([..."春风，花\nto be"]);
  assert.deepEqual(groups, [
    [0, 1, 2],
    [3, 4],
    [5, 6, 7],
    [8, 9],
  ]);
});

test("a cell state colours by its hyperbolic tangent, a gate by itself", () => {
  const part = [0.5];
  const trace = {
    layer: 0,
    cell: 0,
    before: part,
    i: part,
    f: part,
    g: part,
    o: part,
    c: part,
    h: part,
  };
  assert.equal(heatOf(trace, "f", 0), 0.5);
  assert.equal(heatOf(trace, "c", 0), Math.tanh(0.5));
});

test("a layer's weights stand as 1 : 3 : 4, and those of the LSTM are the file's", () => {
  const [rnn, gru, lstm] = [
    countLayer("rnn", 5, 7),
    countLayer("gru", 5, 7),
    countLayer("lstm", 5, 7),
  ];
  assert.deepEqual([rnn, gru, lstm], [91, 273, 364]);
  const sizes = { V: 12, E: 5, H: 7, depth: 2 };
  const model = createLstm(createSmallFile(1, sizes));
  const counted = countModel("lstm", { layers: 2, width: 5, hidden: 7, vocabulary: 12 });
  assert.equal(counted, model.parameters);
});

test("numbers show a true minus sign and no negative zero, small shares say so", () => {
  assert.equal(formatNumber(-0.12345, 3), "−0.123");
  assert.equal(formatNumber(-0.00001, 3), "0.000");
  assert.equal(formatShare(0.12345), "12.3%");
  assert.equal(formatShare(0.00001), "< 0.01%");
  assert.equal(formatShare(0), "0%");
});

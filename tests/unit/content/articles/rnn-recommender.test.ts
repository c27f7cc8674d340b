import assert from "node:assert/strict";
import { test } from "node:test";
import {
  measureDilutedLoss,
  measureLoss,
  measureMaskedLoss,
} from "../../../../content/articles/rnn-recommender/masked-loss.ts";
import { report, type Trial } from "../../../../content/articles/rnn-recommender/metrics.ts";
import {
  bucketDays,
  makeExample,
  numberItems,
} from "../../../../content/articles/rnn-recommender/sequences.ts";

test("items are numbered from 1 by how often they were bought", () => {
  const ids = numberItems([
    ["tent", "ball", "ball"],
    ["shoes", "ball", "tent"],
  ]);
  assert.deepEqual([...ids], Object.entries({ ball: 1, tent: 2, shoes: 3 }));
});

test("365 days fall into 100 buckets of equal width, and every bucket is used", () => {
  assert.deepEqual(
    [1, 8, 116, 327, 354, 365].map((days) => bucketDays(days)),
    [1, 3, 32, 90, 97, 100],
  );
  const used = new Set(Array.from({ length: 365 }, (_, i) => bucketDays(i + 1)));
  assert.equal(used.size, 100);
  assert.deepEqual([bucketDays(0), bucketDays(400)], [1, 100]);
});

test("the example of the older text fits no hundred equal buckets, but ninety-nine of 3.7 days", () => {
  const days = [354, 327, 116, 8, 1];
  const stated = [96, 89, 32, 2, 1];
  const fits = (width: number, offset: number): boolean =>
    days.every((day, i) => Math.floor((day + offset) / width) === stated[i]);
  for (let offset = -10; offset < 10; offset += 0.001) assert.ok(!fits(3.65, offset));
  assert.ok(fits(3.7, 2.8));
  assert.equal(Math.floor((365 + 2.8) / 3.7), 99);
});

test("a history becomes inputs without its last purchase and targets without its first", () => {
  assert.deepEqual(makeExample([74, 276, 362, 119], [97, 97, 90, 90], 5), {
    items: [0, 0, 74, 276, 362],
    days: [0, 0, 97, 97, 90],
    target: [0, 0, 276, 362, 119],
  });
  assert.deepEqual(makeExample([1, 2, 3, 4, 5], [5, 4, 3, 2, 1], 2).items, [3, 4]);
  assert.throws(() => makeExample([1, 2], [1]), RangeError);
});

test("equal scores cost ln V wherever the target is, and padding costs nothing", () => {
  const even = [0, 0, 0, 0];
  assert.ok(Math.abs(measureLoss(even, 2) - Math.log(4)) < 1e-12);
  assert.ok(Math.abs(measureMaskedLoss([even, even, even], [0, 0, 2]) - Math.log(4)) < 1e-12);
  assert.ok(Math.abs(measureLoss([1000, 999], 0) - Math.log(1 + Math.exp(-1))) < 1e-12);
  assert.equal(measureMaskedLoss([even], [0]), 0);
});

test("dividing by padding too makes the same model look three times better", () => {
  const even = [0, 0, 0, 0];
  const [logits, targets] = [Array.from({ length: 6 }, () => even), [0, 0, 0, 0, 1, 3]];
  const ratio = measureMaskedLoss(logits, targets) / measureDilutedLoss(logits, targets);
  assert.ok(Math.abs(ratio - 3) < 1e-12);
});

test("the worked case of three users gives the means of the text", () => {
  const trials: Trial[] = [
    { shown: ["a", "b", "c", "d", "e"], bought: new Set(["b", "d", "x"]) },
    { shown: ["f", "a", "g", "h", "i"], bought: new Set(["f"]) },
    { shown: ["a", "c", "f", "j", "k"], bought: new Set(["y", "z"]) },
  ];
  const { precision, recall, mrr, map, coverage } = report(trials, 20);
  const rounded = [precision, recall, mrr, map, coverage].map((value) => value.toFixed(3));
  assert.deepEqual(rounded, ["0.200", "0.556", "0.500", "0.444", "0.550"]);
});

test("a user who bought nothing widens coverage and changes no mean", () => {
  const buyer: Trial = { shown: ["a"], bought: new Set(["a"]) };
  const idle: Trial = { shown: ["b"], bought: new Set() };
  const { precision, recall, coverage } = report([buyer, idle], 4, 1);
  assert.deepEqual([precision, recall, coverage], [1, 1, 0.5]);
});

test("showing more items never lowers recall, and a better order never lowers the ranks", () => {
  const bought = new Set(["c"]);
  const late: Trial = { shown: ["a", "b", "c"], bought };
  const early: Trial = { shown: ["c", "a", "b"], bought };
  assert.ok(report([late], 9, 3).recall >= report([late], 9, 2).recall);
  assert.ok(report([early], 9, 3).mrr > report([late], 9, 3).mrr);
  assert.equal(report([early], 9, 3).precision, report([late], 9, 3).precision);
});

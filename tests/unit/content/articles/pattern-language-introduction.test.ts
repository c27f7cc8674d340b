import assert from "node:assert/strict";
import { test } from "node:test";
import {
  fitTied,
  measureCrossEntropy,
  measureEntropy,
  measureRelativeEntropy,
} from "../../../../content/articles/pattern-language-introduction/relative-entropy.ts";
import { loadCatalog } from "../../../../src/site/catalog.ts";

const p = [1 / 2, 1 / 4, 1 / 4];
const q = [1 / 4, 1 / 4, 1 / 2];

test("the worked case costs 1.5 bits by its own code, 1.75 by the wrong one, 0.25 too many", () => {
  assert.equal(measureEntropy(p), 1.5);
  assert.equal(measureCrossEntropy(p, q), 1.75);
  assert.equal(measureRelativeEntropy(p, q), 0.25);
});

test("relative entropy is zero for the true model and infinite for one that rules out an event", () => {
  assert.equal(measureRelativeEntropy(p, p), 0);
  assert.equal(measureRelativeEntropy(p, [1 / 2, 1 / 2, 0]), Number.POSITIVE_INFINITY);
  assert.equal(measureRelativeEntropy([1, 0], [1 / 2, 1 / 2]), 1);
  assert.throws(() => measureCrossEntropy(p, [1]), RangeError);
});

test("a model that must treat two outcomes alike stays 0.094 bits away, and no tied one is nearer", () => {
  const uneven = [1 / 2, 3 / 8, 1 / 8];
  const tied = fitTied(uneven, [[0], [1, 2]]);
  assert.deepEqual(tied, [1 / 2, 1 / 4, 1 / 4]);
  const best = measureRelativeEntropy(uneven, tied);
  assert.equal(best.toFixed(3), "0.094");
  for (const a of [0.4, 0.45, 0.55, 0.6]) {
    assert.ok(measureRelativeEntropy(uneven, [a, (1 - a) / 2, (1 - a) / 2]) > best);
  }
});

test("the plot of chapters counts the patterns that are written or planned", () => {
  const { articles, chapters, patterns, plan } = loadCatalog();
  const figure = articles.find(({ slug }) => slug === "pattern-language-introduction")?.figures[
    "chapter-sizes"
  ];
  assert.ok(figure?.kind === "plot");
  const counted = chapters.map(
    ({ id }) => [...patterns, ...plan].filter(({ chapter }) => chapter === id).length,
  );
  const drawn = figure.series.flatMap(({ points }) => points.map(([, count]) => count));
  assert.deepEqual(drawn, counted);
});

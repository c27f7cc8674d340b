import assert from "node:assert/strict";
import { test } from "node:test";
import { writePoem } from "../../../../demos/attention/acrostic.ts";
import { countStep, createCache, extendCache } from "../../../../demos/attention/cache.ts";
import {
  checkScaled,
  checkSum,
  checkWeight,
  isConfirmed,
  takeRow,
} from "../../../../demos/attention/check-cell.ts";
import { fillRows, searchCounterExample } from "../../../../demos/attention/counter-example.ts";
import { measureEntropy, measureHead } from "../../../../demos/attention/head-statistics.ts";
import { findTop, readLens } from "../../../../demos/attention/logit-lens.ts";
import { listDeltas, measureVariation, readNext } from "../../../../demos/attention/next-token.ts";
import { findMetre, locatePlace, measurePlace } from "../../../../demos/attention/poem-heads.ts";
import { runTransformer } from "../../../../demos/attention/transformer.ts";
import { createSample, findGap, smallShape } from "./sample.ts";

const model = createSample();
const tokens = [0, 3, 7, 3, 9, 2];
const run = runTransformer(model, tokens);

test("every kind of number on the page comes out again when it is worked out anew", () => {
  const block = run.blocks[1];
  const head = block?.heads[1];
  assert.ok(block && head && model.blocks[1]);
  const [t, key] = [4, 2];
  const q = block.Q.slice(t * 8 + 4, t * 8 + 8);
  const k = block.K.slice(key * 8 + 4, key * 8 + 8);
  const { weights, bias } = takeRow(model.blocks[1].query, 5);
  const x = block.norm1.slice(t * 8, t * 8 + 8);
  const checks = [
    checkSum(x, weights, block.Q[t * 8 + 5] ?? 0, bias),
    checkSum(q, k, head.scores[t * 6 + key] ?? 0),
    checkScaled(q, k, run.divisor, head.scaled[t * 6 + key] ?? 0),
    checkWeight(head.masked.slice(t * 6, t * 6 + 6), key, head.weights[t * 6 + key] ?? 0),
    checkWeight(head.masked.slice(t * 6, t * 6 + 6), 5, 0),
  ];
  for (const check of checks) assert.ok(isConfirmed(check), JSON.stringify(check));
});

test("a number that the model did not compute is not confirmed", () => {
  assert.ok(!isConfirmed(checkSum([1, 2], [3, 4], 11.01)));
  assert.ok(isConfirmed(checkSum([1, 2], [3, 4], 12, 1)));
});

test("a step with a cache gives the logits of the whole pass", () => {
  const cache = createCache(model);
  for (const [t, token] of tokens.entries()) {
    const row = run.logits.slice(t * 10, t * 10 + 10);
    assert.ok(findGap(extendCache(model, cache, token), row) < 1e-4, `token ${t}`);
  }
});

test("a full context takes no further token", () => {
  const cache = createCache(model);
  for (let t = 0; t < smallShape.context; t++) extendCache(model, cache, 1);
  assert.throws(() => extendCache(model, cache, 1), /context of 16 is full/);
});

test("the pairs scored grow with the square of the tokens, with a cache by the token", () => {
  const at = (t: number) => countStep(smallShape, t);
  assert.deepEqual([at(4).pairs, at(8).pairs], [16, 64]);
  assert.deepEqual([at(4).cachedPairs, at(8).cachedPairs], [4, 8]);
  assert.equal(at(1).full, at(1).cached);
  // one layer more would cost 4·8² + 2·8·12 products a row and 2·8 a pair
  const deeper = countStep({ ...smallShape, layers: 3 }, 5).full - at(5).full;
  assert.equal(deeper, 5 * (256 + 192) + 25 * 16);
});

test("a head that looks at the token before has distance one and no entropy", () => {
  const weights = Float32Array.of(1, 0, 0, 1, 0, 0, 0, 1, 0);
  assert.deepEqual(measureHead(weights, [0, 5, 5]), {
    entropy: 0,
    distance: 1,
    previous: 1,
    first: 0.5,
    self: 0,
    same: 1,
  });
});

test("equal weights on four tokens have two bits", () => {
  assert.equal(measureEntropy(Float32Array.of(0.25, 0.25, 0.25, 0.25)), 2);
});

const poem = [..."起甲乙丙丁戊，己庚辛壬癸。子丑寅卯辰，巳午未申酉。"];

test("the metre is the length that all lines share, and none where they differ", () => {
  assert.equal(findMetre(poem), 5);
  assert.equal(findMetre([..."起甲乙丙丁戊，己庚辛壬。"]), undefined);
  assert.equal(findMetre([..."起甲乙，丙丁。"]), undefined);
});

test("one line back is the same place of the line before, marks counted", () => {
  const keys = locatePlace("line-back", poem);
  assert.equal(poem[keys[9]?.[0] ?? -1], "丙"); // under 辛
  assert.deepEqual(keys[6], [], "the first line has none");
  const next = locatePlace("next-place", poem);
  assert.equal(poem[next[9]?.[0] ?? -1], "丁");
});

test("before a rhyme, the rhyme places are the ends of the first and the even lines", () => {
  const keys = locatePlace("rhyme", poem);
  const asking = keys.flatMap((list, t) => (list.length > 0 ? [poem[t]] : []));
  assert.deepEqual(asking, ["壬", "申"]);
  assert.deepEqual(
    keys[poem.indexOf("申")]?.map((key) => poem[key]),
    ["戊", "癸"],
  );
});

test("the share of a place is the mean weight on it, beside what equal weights would give", () => {
  const weights = Float32Array.of(1, 0, 0, 0.4, 0.6, 0, 0.1, 0.8, 0.1);
  const { share, chance, queries } = measurePlace("previous", [
    { symbols: ["a", "b", "c"], weights },
  ]);
  assert.ok(Math.abs(share - 0.6) < 1e-6);
  assert.ok(Math.abs(chance - (1 / 2 + 1 / 3) / 2) < 1e-9);
  assert.equal(queries, 2);
});

test("the logit lens after the last layer is the model's own prediction", () => {
  const rows = readLens(model, run, 5);
  assert.equal(rows.length, 3);
  const own = findTop(readNext(run), 5);
  for (const [i, { token, probability }] of (rows[2]?.top ?? []).entries()) {
    assert.equal(token, own[i]?.token);
    assert.ok(Math.abs(probability - (own[i]?.probability ?? 0)) < 1e-6);
  }
});

test("the largest are found in falling order", () => {
  const top = findTop(Float32Array.of(0.1, 0.4, 0.2, 0.3), 3);
  assert.deepEqual(
    top.map(({ token }) => token),
    [1, 3, 2],
  );
});

test("an acrostic begins its lines as asked, keeps the metre, and avoids what is banned", () => {
  const big = createSample({ ...smallShape, context: 32 }, 3);
  const plan = {
    firsts: [4, 5, 6, undefined],
    metre: 5,
    marks: [2, 3],
    banned: [0, 1, 2, 3],
  } as const;
  const lines = writePoem(big, plan, { seed: 7 });
  assert.equal(lines.length, 24);
  assert.deepEqual([lines[0], lines[6], lines[12]], [4, 5, 6]);
  assert.deepEqual([lines[5], lines[11], lines[17], lines[23]], [2, 3, 2, 3]);
  const inside = lines.filter((_, i) => i % 6 !== 5);
  assert.ok(inside.every((token) => token > 3));
  assert.deepEqual(writePoem(big, plan, { seed: 7 }), lines);
  assert.notDeepEqual(writePoem(big, plan, { seed: 8 }), lines);
});

test("a counter-example stays within its limit, and its run is what the given weights give", () => {
  const steps = searchCounterExample(model, tokens, {}, 0.1);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { replaced, outputMoved, run: other } = step.value;
  assert.ok(outputMoved < 0.1);
  assert.ok(Math.abs(measureVariation(readNext(run), readNext(other)) - outputMoved) < 1e-6);
  for (const { layer, head, filling } of replaced) {
    const given = other.blocks[layer]?.heads[head]?.weights ?? new Float32Array();
    if (filling === "uniform") assert.ok(Math.abs((given[5 * 6] ?? 0) - 1 / 6) < 1e-6);
  }
});

test("every filling keeps the mask and a sum of one", () => {
  const own = run.blocks[0]?.heads[0]?.weights ?? new Float32Array();
  for (const filling of ["reversed", "uniform", "first", "self"] as const) {
    const rows = fillRows(own, 6, filling, true);
    for (let t = 0; t < 6; t++) {
      const row = rows.slice(t * 6, t * 6 + 6);
      assert.ok(Math.abs(row.reduce((a, b) => a + b, 0) - 1) < 1e-6, filling);
      assert.ok(row.slice(t + 1).every((weight) => weight === 0));
    }
  }
});

test("the deltas begin with the token that moved most, up or down", () => {
  const deltas = listDeltas(Float32Array.of(0.5, 0.3, 0.2), Float32Array.of(0.1, 0.35, 0.55), 2);
  assert.deepEqual(
    deltas.map(({ token }) => token),
    [0, 2],
  );
});

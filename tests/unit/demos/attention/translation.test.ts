import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  findStrongest,
  readWeights,
  type Translations,
} from "../../../../demos/attention/translation.ts";

const file = join(import.meta.dirname, "../../../../public/models/translation/pairs.json");
const data = JSON.parse(readFileSync(file, "utf8")) as Translations;
const heads = Array.from({ length: data.config.layers }, (_, layer) =>
  Array.from({ length: data.config.heads }, (_, head) => [layer, head] as const),
).flat();

test("every row of the stored attention sums to one, and the decoder sees nothing ahead", () => {
  for (const snapshot of data.snapshots) {
    for (const [at, { source, target }] of data.pairs.entries()) {
      for (const [layer, head] of heads) {
        for (const [side, rows, columns] of [
          ["source", source.length, source.length],
          ["target", target.length, target.length],
          ["cross", target.length, source.length],
        ] as const) {
          const weights = readWeights(snapshot, at, side, layer, head);
          assert.equal(weights.length, rows * columns);
          for (let row = 0; row < rows; row++) {
            const cells = weights.subarray(row * columns, (row + 1) * columns);
            const sum = cells.reduce((total, weight) => total + weight, 0);
            assert.ok(Math.abs(sum - 1) < 1e-3, `${side} ${at}, row ${row}: ${sum}`);
            if (side === "target") assert.ok(cells.subarray(row + 1).every((w) => w === 0));
          }
        }
      }
    }
  }
});

test("each word of a translation but its end renders words of the original", () => {
  for (const { source, target, alignment } of data.pairs) {
    assert.equal(alignment.length, target.length);
    for (const [at, places] of alignment.entries()) {
      assert.equal(places.length > 0, at < target.length - 1, target[at]);
      assert.ok(places.every((place) => source[place] !== undefined));
    }
  }
});

test("training turns a translator that knows nothing into one that writes every stored sentence", () => {
  const [first, last] = [data.snapshots[0], data.snapshots.at(-1)];
  assert.equal(first?.step, 0);
  for (const [at, { target }] of data.pairs.entries()) {
    assert.deepEqual(last?.written[at], target.slice(0, -1));
    assert.notDeepEqual(first?.written[at], target.slice(0, -1));
  }
});

test("the head that aligns best after training looks at the words it renders, as before it did not", () => {
  const share = (at: number): number => {
    const snapshot = data.snapshots.at(at);
    const best = data.snapshots.at(-1)?.aligned.flat() ?? [];
    const [layer, head] = heads[best.indexOf(Math.max(...best))] ?? [0, 0];
    assert.ok(snapshot);
    let hits = 0;
    let words = 0;
    for (const [pair, { source, alignment }] of data.pairs.entries()) {
      const cross = readWeights(snapshot, pair, "cross", layer, head);
      for (const [row, places] of alignment.slice(0, -1).entries()) {
        words += 1;
        if (places.includes(findStrongest(cross, row, source.length))) hits += 1;
      }
    }
    return hits / words;
  };
  assert.ok(share(-1) > 0.6, `after: ${share(-1)}`);
  assert.ok(share(0) < 0.3, `before: ${share(0)}`);
});

test("what the page says in words of the translator holds for what is stored", () => {
  assert.deepEqual([data.config.layers, data.config.heads], [2, 2]);
  assert.equal(data.pairs.length, 6);
  assert.equal(data.snapshots.length, 4);
  const [earlier, last] = data.snapshots.slice(-2);
  assert.ok(earlier && last && last.correct > earlier.correct);
  const isWorse = heads.some(
    ([layer, head]) => (last.aligned[layer]?.[head] ?? 1) < (earlier.aligned[layer]?.[head] ?? 0),
  );
  assert.ok(isWorse, "every head aligns better late in training");
});

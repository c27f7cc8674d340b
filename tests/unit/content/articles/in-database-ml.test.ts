import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { parse } from "yaml";
import {
  empty,
  merge,
  solve,
  step,
} from "../../../../content/articles/in-database-ml/aggregate.ts";
import { lists, places } from "../../../../demos/databases/database.ts";
import { createRandom } from "../../../../demos/kit/random.ts";
import { readDatabases } from "../../../../src/site/databases.ts";

type Rows = readonly (readonly [number, number])[];

const scan = (rows: Rows) => rows.reduce((sums, [x, y]) => step(sums, x, y), empty);

describe("a line as an aggregate", () => {
  test("three points by hand: through (0, 1), (1, 3) and (2, 5) runs y = 2x + 1", () => {
    const sums = scan([
      [0, 1],
      [1, 3],
      [2, 5],
    ]);
    assert.deepEqual(sums, { n: 3, x: 3, y: 9, xx: 5, xy: 13 });
    assert.deepEqual(solve(sums), { slope: 2, offset: 1 });
  });

  test("least squares leaves errors that sum to nothing and do not follow x", () => {
    const rows: Rows = [
      [0, 0],
      [1, 3],
      [2, 1],
      [3, 4],
    ];
    const { slope, offset } = solve(scan(rows));
    const errors = rows.map(([x, y]) => y - slope * x - offset);
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    assert.ok(Math.abs(sum(errors)) < 1e-12);
    assert.ok(Math.abs(sum(errors.map((error, i) => error * (rows[i]?.[0] ?? 0)))) < 1e-12);
  });

  test("merged shards give the line of the whole table, wherever it is cut", () => {
    const random = createRandom(7);
    const rows: Rows = Array.from({ length: 60 }, () => {
      const x = random.uniform();
      return [x, 3 * x - 2 + random.uniform() / 10] as const;
    });
    const whole = solve(scan(rows));
    for (const cut of [0, 1, 29, 60]) {
      const parts = solve(merge(scan(rows.slice(0, cut)), scan(rows.slice(cut))));
      assert.ok(Math.abs(parts.slope - whole.slope) < 1e-9);
      assert.ok(Math.abs(parts.offset - whole.offset) < 1e-9);
    }
  });

  test("one value of x is refused", () => {
    assert.throws(() => solve(scan([[1, 2]])), /invalid rows/);
  });
});

test("the figure of places counts the databases of the collection", () => {
  const text = readFileSync("content/articles/in-database-ml/article.yaml", "utf8");
  const { series } = parse(text).figures.counts;
  const databases = readDatabases(process.cwd());
  const counted = lists.map((list) =>
    places.map(
      (place) => databases.filter((one) => one.list === list && one.training === place).length,
    ),
  );
  const drawn = series.map(({ points }: { points: [unknown, number][] }) =>
    points.map(([, count]) => count),
  );
  assert.deepEqual(drawn, counted);
});

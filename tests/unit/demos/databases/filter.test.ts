import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { facetIds, facets } from "../../../../demos/databases/facets.ts";
import { applyFilter, countValues, createFilter } from "../../../../demos/databases/filter.ts";
import { sortDatabases, sortKeys } from "../../../../demos/databases/sort.ts";
import { describeShown } from "../../../../demos/databases/summary.ts";
import { readDatabases } from "../../../../src/site/databases.ts";

const databases = readDatabases(process.cwd());
const ids = (list: typeof databases): string[] => list.map(({ id }) => id).sort();

function choose(chosen: Partial<ReturnType<typeof createFilter>["chosen"]>, text = "") {
  const filter = createFilter();
  return applyFilter(databases, { text, chosen: { ...filter.chosen, ...chosen } });
}

describe("filtering databases", () => {
  test("an empty filter keeps all of them in their order", () => {
    assert.deepEqual(applyFilter(databases, createFilter()), databases);
  });

  test("values of one property widen the choice, two properties narrow it", () => {
    assert.deepEqual(ids(choose({ state: ["gone", "quiet"] })), ["blazingsql", "postgresml"]);
    assert.deepEqual(ids(choose({ state: ["gone", "quiet"], licence: ["open"], gpu: ["no"] })), []);
    assert.deepEqual(ids(choose({ training: ["service"] })), ["alloydb", "redshift"]);
    assert.deepEqual(ids(choose({ imports: ["onnx"], training: ["engine"] })), [
      "bigquery",
      "duckdb",
      "oracle",
    ]);
  });

  test("a value of every property finds exactly the databases that have it", () => {
    for (const id of facetIds) {
      for (const value of facets[id].values) {
        const wanted = databases.filter((one) => facets[id].read(one).includes(value));
        assert.deepEqual(choose({ [id]: [value] }), wanted, `${id}=${value}`);
      }
    }
  });

  test("words of both languages are searched in names and notes, all of them must occur", () => {
    assert.deepEqual(ids(choose({}, "木兰")), ["opengauss"]);
    assert.deepEqual(ids(choose({}, "  GOOGLE vertex ")), ["alloydb", "bigquery"]);
    assert.deepEqual(choose({}, "google netezza"), []);
  });

  test("counts tell how many are left with a value, the other properties applied", () => {
    const filter = createFilter();
    filter.chosen.licence = ["open"];
    filter.chosen.state = ["gone"];
    const counts = countValues(databases, filter, "state");
    assert.equal(counts.get("gone"), 1);
    assert.equal(counts.get("quiet"), 1);
    assert.equal(counts.get("changed"), undefined);
  });

  test("what has nothing to import is found by none", () => {
    for (const { imports } of choose({ imports: ["none"] })) assert.deepEqual(imports, []);
    assert.ok(choose({ imports: ["none"] }).length > 0);
  });
});

describe("sorting databases", () => {
  test("every property sorts all of them, and equal ones stand by name in both directions", () => {
    for (const key of sortKeys) {
      for (const isDescending of [false, true]) {
        const sorted = sortDatabases(databases, key, isDescending);
        assert.deepEqual(ids(sorted), ids(databases), key);
      }
    }
    const ten = sortDatabases(databases, "list", false).slice(0, 10);
    assert.ok(ten.every(({ list }) => list === "ten"));
    assert.equal(ten[0]?.name, "Amazon Redshift ML");
    const added = sortDatabases(databases, "list", true)[0];
    assert.equal(added?.name, "AlloyDB AI");
  });

  test("places run from the engine outwards, sets by their size, years by number", () => {
    const first = (key: "training" | "languages" | "year", isDescending: boolean) =>
      sortDatabases(databases, key, isDescending)[0];
    assert.equal(first("training", false)?.training, "engine");
    assert.equal(first("training", true)?.training, "outside");
    assert.equal(first("languages", true)?.languages.length, 5);
    assert.equal(first("year", false)?.id, "blazingsql");
  });

  test("sorting leaves the list that it was given as it was", () => {
    const before = ids(databases);
    const copy = [...databases];
    sortDatabases(databases, "name", true);
    assert.deepEqual(databases, copy);
    assert.deepEqual(ids(databases), before);
  });
});

test("the summary counts what is shown", () => {
  const shown = choose({ list: ["ten"] });
  assert.match(describeShown(shown, databases.length, "en"), /^Showing 10 of 20: 4 train in/);
  assert.match(
    describeShown(shown, databases.length, "zh"),
    /^20 个里显示 10 个：4 个在引擎内训练/,
  );
});

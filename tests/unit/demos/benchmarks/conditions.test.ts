import assert from "node:assert/strict";
import { test } from "node:test";
import { describeConditions } from "../../../../demos/benchmarks/conditions.ts";
import { groupSeries } from "../../../../demos/benchmarks/series.ts";
import { sampleMeta, sampleRow } from "./sample.ts";

const asked = ["dataset", "run", "k", "querySet", "batch"] as const;
const meta = sampleMeta([]);

test("only what differs among the series is said, in the order asked", () => {
  const series = groupSeries([
    sampleRow({}, { recall: 0.9, qps: 10 }),
    sampleRow({ k: 100, querySet: "lid-hard" }, { recall: 0.9, qps: 10 }),
  ]);
  const [plain, hard] = series;
  assert.ok(plain && hard);
  const describe = (one: typeof plain, lang: "zh" | "en"): string =>
    describeConditions(one, series, asked, meta, lang);
  assert.equal(describe(plain, "en"), "k = 10 · all queries");
  assert.equal(describe(hard, "zh"), "k = 100 · 难（局部本征维度）");
  assert.equal(describeConditions(hard, series, ["k"], meta, "en"), "k = 100");
  assert.equal(describeConditions(hard, [hard], asked, meta, "en"), "");
});

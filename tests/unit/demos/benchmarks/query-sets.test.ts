import assert from "node:assert/strict";
import { test } from "node:test";
import {
  compareQuerySets,
  labelQuerySet,
  parseDifficulty,
} from "../../../../demos/benchmarks/query-sets.ts";

test("query sets are ordered plain, then by measure and rising difficulty, then filters", () => {
  const ids = [
    "label-0.1",
    "lrc-easy",
    "int-0.99",
    "lid-hard",
    "",
    "lid-diverse",
    "lid-easy",
    "lid-middle",
  ];
  assert.deepEqual(ids.sort(compareQuerySets), [
    "",
    "lid-easy",
    "lid-middle",
    "lid-hard",
    "lid-diverse",
    "lrc-easy",
    "int-0.99",
    "label-0.1",
  ]);
});

test("labels are read in both languages", () => {
  assert.deepEqual(labelQuerySet("lid-hard"), {
    zh: "难（局部本征维度）",
    en: "hard (local intrinsic dimensionality)",
  });
  assert.deepEqual(labelQuerySet("int-0.99"), {
    zh: "整数过滤，去掉 99%",
    en: "integer filter, removes 99%",
  });
  assert.equal(labelQuerySet("label-0.001").en, "label filter, keeps 0.1%");
  assert.equal(labelQuerySet("").zh, "全部查询");
  assert.equal(labelQuerySet("my-own").zh, "my-own");
});

test("only difficulty sets split into measure and level", () => {
  assert.deepEqual(parseDifficulty("expansion-easy"), { measure: "expansion", level: "easy" });
  assert.equal(parseDifficulty("public"), undefined);
});
